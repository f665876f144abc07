import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { AsOfPicker } from '../shared/dates/as-of-picker.tsx';
import { Figure } from '../shared/figure.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Course } from './course.tsx';
import { Places } from './places.tsx';
import { indicatorQuery } from './queries.ts';
import { Rows } from './rows.tsx';
import './indicators.css';

const route = getRouteApi('/indicators/$id');

/** One figure: whose it is, its course, the rows behind it, every street and unit that has it, what it serves. */
export function Page() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const [search] = useUrlValues();
  // a link from a measure says `until`, the day that its figure reaches to
  const asked = { scope: search.scope, year: search.year, asOf: search.asOf ?? search.until };
  const { data, error, refetch } = useQuery({ ...indicatorQuery(id, asked), placeholderData: keepPreviousData });
  if (error && !data)
    return (
      <>
        <PageHead title={t('indicators.title')} crumbs={[{ label: t('indicators.title'), to: '/indicators' }]} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!data) return <LoadingState rows={10} height={600} />;
  return <IndicatorPage detail={data} />;
}

function IndicatorPage({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date, number } = useFormat();
  const unit = sentence(detail.shownUnit);
  const may = useMay('indicator.declare');
  const { standing } = detail;
  return (
    <>
      <PageHead
        title={sentence(detail.title)}
        crumbs={[{ label: t('indicators.title'), to: '/indicators' }]}
        aside={<AsOfPicker />}
        actions={
          detail.declared &&
          may && (
            <Link to="/indicators/declare" search={{ indicator: detail.id }}>
              <Button>{t('indicators.declare.change')}</Button>
            </Link>
          )
        }
        text={sentence(detail.method)}
      />
      <div className="indicator-page">
        <div className="indicator-main">
          <Panel title={sentence(detail.scope.name)}>
            <div className="indicator-figures">
              <Figure
                label={t('measure.now', { date: date(detail.asOf) })}
                value={standing?.value}
                unit={unit}
                note={
                  standing && standing.done !== null && standing.due !== null
                    ? t('indicators.ofThese', { done: number(standing.done), due: number(standing.due) })
                    : undefined
                }
                provenance={standing?.provenance}
              />
              <Figure label={t('measure.lastYear')} value={standing?.lastYear} unit={unit} size="small" />
              <Figure
                label={t('indicators.evidence')}
                value={standing?.evidence ?? 0}
                unit={sentence(detail.counts)}
                size="small"
                note={standing?.excluded ? t('indicators.leftOut', { count: standing.excluded }) : undefined}
              />
            </div>
            {detail.points.length > 0 && <Course detail={detail} />}
          </Panel>
          {detail.places.length > 0 && <Places detail={detail} />}
          {detail.parts.length > 0 ? (
            <Rows detail={detail} />
          ) : (
            detail.evidenceHref && (
              <Panel title={t('indicators.rows')}>
                <Link to={detail.evidenceHref as '/'}>{t('shared.figure.evidence')}</Link>
              </Panel>
            )
          )}
        </div>
        <Side detail={detail} />
      </div>
    </>
  );
}

/** What it is computed from, what it leaves out, which measures it serves, and who else counts the same rows. */
function Side({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  return (
    <aside className="indicator-side">
      <Panel title={t('indicators.serves')}>
        {detail.serves.length === 0 ? (
          <p className="quiet">{t('indicators.servesNone')}</p>
        ) : (
          <ul>
            {detail.serves.map(({ year, measureId }) => (
              <li key={`${year}-${measureId}`}>
                <Link to="/plan/$year/measures/$id" params={{ year: String(year), id: measureId }}>
                  {t('indicators.measure', { year, id: measureId })}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('indicators.sources')}>
        <ul>
          {detail.sources.map(({ id, title, href }) => (
            <li key={id}>{href ? <Link to={href as '/'}>{sentence(title ?? { zh: id, en: id })}</Link> : id}</li>
          ))}
        </ul>
        {detail.exclusions.length > 0 && (
          <>
            <h3>{t('indicators.exclusions')}</h3>
            <ul>
              {detail.exclusions.map(({ id, title }) => (
                <li key={id}>{sentence(title)}</li>
              ))}
            </ul>
          </>
        )}
        {detail.standing && (
          <p className="quiet">{t('measure.computed', { time: time(detail.standing.computedAt) })}</p>
        )}
      </Panel>
      {detail.shared.length > 0 && (
        <Panel title={t('indicators.shared')}>
          <p className="quiet">{t('indicators.sharedText')}</p>
          <ul>
            {detail.shared.map(({ id, title, rows, serves }) => (
              <li key={id}>
                <Link to="/indicators/$id" params={{ id }}>
                  {sentence(title)}
                </Link>{' '}
                <span className="quiet">
                  {t('indicators.sharedRows', { count: rows, measures: serves.map((m) => m.measureId).join('、') })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </aside>
  );
}
