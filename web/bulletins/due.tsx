import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BulletinDue } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { dueQuery } from './queries.ts';
import { StateTag } from './state-tag.tsx';

/** The year's months, made or due, with the data that each has; newest first. */
export function Due({ year, onPreview }: { year: string | undefined; onPreview: (month: string) => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(dueQuery(year));
  const due = data?.months.filter((month) => month.due).length ?? 0;
  return (
    <Panel
      title={t('bulletins.due.title', { year: data?.year ?? year ?? '' })}
      aside={data && (due ? t('bulletins.due.count', { count: due }) : t('bulletins.due.none'))}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={3} height={132} />
      ) : data.months.length === 0 ? (
        <EmptyState compact title={t('bulletins.due.notBegun')} />
      ) : (
        <ul className="bulletin-months">
          {[...data.months].reverse().map((month) => (
            <Month key={month.month} month={month} onPreview={onPreview} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Month({ month, onPreview }: { month: BulletinDue['months'][number]; onPreview: (month: string) => void }) {
  const { t } = useTranslation();
  const { month: monthName } = useFormat();
  const { bulletin, coverage, over, due } = month;
  const name = monthName(month.month);
  return (
    <li className={due ? 'due' : undefined}>
      <strong>{name}</strong>
      <StateTag state={bulletin ? bulletin.state : over ? 'due' : 'running'} />
      {coverage && (
        <span className="quiet" title={coverage.missing.join(t('shared.listComma'))}>
          {t('bulletins.due.days', { valid: coverage.valid, of: coverage.of })}
        </span>
      )}
      {bulletin ? (
        <Link to="/bulletins/$id" params={{ id: bulletin.id }} aria-label={`${t('bulletins.open')} ${name}`}>
          {t('bulletins.open')}
        </Link>
      ) : over && coverage?.valid !== 0 ? (
        <Button
          size="small"
          type="link"
          onClick={() => onPreview(month.month)}
          aria-label={`${t('bulletins.preview.open')} ${name}`}
        >
          {t('bulletins.preview.open')}
        </Button>
      ) : (
        <span className="quiet">{t(over ? 'bulletins.due.noData' : 'bulletins.due.running')}</span>
      )}
    </li>
  );
}
