import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirOverview, AirYears } from '#app/api';
import { get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { airOverviewQuery } from '../overview/queries.ts';
import { AqiChip } from '../shared/aqi-chip.tsx';
import { AsOfPicker, useAsOf } from '../shared/dates/as-of-picker.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState, useUrlValues } from '../shared/use-url-state.ts';
import { Calendar } from './calendar/index.tsx';
import { type View, YearChoice } from './choices.tsx';
import { Days } from './days.tsx';
import { Evidence } from './evidence.tsx';
import { Hours } from './hours.tsx';
import { Months } from './months.tsx';
import { Primary } from './primary.tsx';
import { StationMap } from './station-map.tsx';
import { Summary } from './summary.tsx';
import { Years } from './years.tsx';
import './air.css';

const VIEWS = ['calendar', 'days', 'months', 'years', 'primary', 'hours'] as const;
/** views that are of one year */
const OF_A_YEAR = ['calendar', 'days', 'months', 'primary'];

/** The air of the district and its stations: today, and its days, months, years, primary pollutants and hours. */
export function Page() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const [scope] = useUrlState('scope');
  const air = useQuery(airOverviewQuery(useUrlState('asOf')[0]));
  const head = <PageHead title={t('shell.pages.air.long')} />;
  if (air.error)
    return (
      <>
        {head}
        <ErrorState error={air.error} onRetry={() => void air.refetch()} />
      </>
    );
  if (!air.data || !asOf)
    return (
      <>
        {head}
        <LoadingState rows={12} height={900} />
      </>
    );
  const shown = air.data.scopes.find((one) => keyOf(one) === scope) ?? air.data.scopes[0];
  if (!shown || air.data.scopes.every(({ latest }) => !latest))
    return (
      <>
        {head}
        <EmptyState title={t('air.none')} text={t('air.noneText')} />
      </>
    );
  return <Air air={air.data} shown={shown} asOf={asOf} />;
}

const keyOf = (one: AirOverview['scopes'][number]) => `${one.scope.kind}:${one.scope.code}`;

function Air({ air, shown, asOf }: { air: AirOverview; shown: AirOverview['scopes'][number]; asOf: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const [search, set] = useUrlValues();
  const view = VIEWS.find((one) => one === search.view) ?? 'calendar';
  const key = keyOf(shown);
  const years = useYears(key, asOf);
  const thisYear = Number(asOf.slice(0, 4));
  const year = years.find((one) => String(one) === search.year) ?? thisYear;
  const until = year === thisYear ? asOf : `${year}-12-31`;
  return (
    <>
      <PageHead
        title={t('shell.pages.air.long')}
        aside={<ProvenanceTag provenance={shown.latest?.provenance} />}
        actions={
          <Space wrap>
            <Select
              aria-label={t('air.scope')}
              value={key}
              onChange={(value) => set({ scope: value })}
              options={air.scopes.map((one) => ({ value: keyOf(one), label: sentence(one.name) }))}
              style={{ minWidth: 140 }}
            />
            <AsOfPicker />
          </Space>
        }
      />
      <div className="air-top">
        <Panel
          title={sentence(shown.name)}
          aside={
            shown.latest ? (
              <>
                {date(shown.latest.date)} <AqiChip aqi={shown.latest.aqi} />
              </>
            ) : (
              t('air.noDay')
            )
          }
        >
          <Summary shown={shown} />
        </Panel>
        <Panel title={t('air.map')}>
          <StationMap air={air} onChoose={(code) => set({ scope: `station:${code}` })} />
        </Panel>
      </div>
      <section className="panel page-panel" aria-label={t(`air.views.${view}`)}>
        <div className="air-head">
          <PageTabs label={t('air.view')}>
            {VIEWS.map((one) => (
              <Link
                key={one}
                to="/air"
                search={(before: Record<string, unknown>) => ({
                  ...before,
                  view: one === 'calendar' ? undefined : one,
                })}
                resetScroll={false}
                activeOptions={{ explicitUndefined: true }}
                aria-current={one === view ? 'page' : undefined}
              >
                {t(`air.views.${one}`)}
              </Link>
            ))}
          </PageTabs>
          {OF_A_YEAR.includes(view) && <YearChoice years={years} year={year} asOf={asOf} />}
        </div>
        <Shown view={view} air={air} of={{ scope: key, asOf, year, until }} />
      </section>
      <Evidence scope={key} />
    </>
  );
}

function Shown({ view, air, of }: { view: (typeof VIEWS)[number]; air: AirOverview; of: View }) {
  switch (view) {
    case 'days':
      return <Days {...of} />;
    case 'months':
      return <Months {...of} />;
    case 'years':
      return <Years {...of} />;
    case 'primary':
      return <Primary {...of} />;
    case 'hours':
      return <Hours {...of} air={air} />;
    default:
      return <Calendar {...of} />;
  }
}

/** the years that have figures, newest first */
function useYears(scope: string, asOf: string): number[] {
  const found = useQuery({
    queryKey: ['air', 'years', scope, asOf, false],
    queryFn: ({ signal }) => get<AirYears>('/api/air/years', { scope, asOf }, signal),
  });
  return (found.data?.years ?? []).map(({ year }) => year).reverse();
}
