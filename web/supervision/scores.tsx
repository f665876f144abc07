import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ScorePage } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { scoresQuery } from './queries.ts';
import { UnitName } from './unit-name.tsx';
import { Weights } from './weights.tsx';
import './supervision.css';

type Scored = ScorePage['units'][number];

/** Scores of units and streets, of the year so far or a month; each opens to its arithmetic. */
export function Page() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [month, setMonth] = useUrlState('month');
  const { data, error, refetch } = useQuery(scoresQuery(month));
  return (
    <>
      <PageHead
        title={t('supervision.scores.title')}
        aside={data && t('supervision.scores.span', { from: date(data.from), until: date(data.until) })}
        crumbs={[{ label: t('supervision.title'), to: '/supervision' }]}
        actions={
          <>
            <Input
              type="month"
              aria-label={t('supervision.scores.month')}
              value={month ?? ''}
              onChange={(event) => setMonth(event.target.value || undefined)}
            />
            {month && <Button onClick={() => setMonth(undefined)}>{t('supervision.scores.year')}</Button>}
          </>
        }
      />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState />
      ) : (
        <>
          <Panel title={t('supervision.scores.streets')}>
            <Ranking list={data.streets} />
          </Panel>
          <Panel title={t('supervision.scores.units')}>
            <Ranking list={data.units} />
          </Panel>
          <Weights page={data} />
        </>
      )}
    </>
  );
}

const Ranking = ({ list }: { list: readonly Scored[] }) => (
  <ol className="matters">
    {list.map((one) => (
      <li key={one.unitId} className="matter">
        <details>
          <summary>
            <strong>{one.rank}</strong> <UnitName unit={{ id: one.unitId, name: one.name, street: one.street }} />{' '}
            <strong>{one.score}</strong>
          </summary>
          <Arithmetic score={one} />
        </details>
      </li>
    ))}
  </ol>
);

/** Line by line: what was measured, how, and the points it gives. */
export function Arithmetic({ score }: { score: Scored }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div>
      {score.parts.map((part) => (
        <div key={part.id} className="score-line">
          <span>{sentence(part.title)}</span>
          <span className="quiet">{sentence(part.words)}</span>
          <span>
            {part.weight} × → {part.points}
          </span>
        </div>
      ))}
      <p className="quiet">
        {t('supervision.scores.total', {
          points: score.parts.map(({ points }) => points).join(' + '),
          weights: score.parts.reduce((sum, { weight }) => sum + weight, 0),
          score: score.score,
        })}
      </p>
    </div>
  );
}
