import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { districtQuery, useMay, usePlanYear } from '../app/queries.ts';
import { LatestReportsPanel } from '../reports/latest.tsx';
import { AsOfPicker, useAsOf } from '../shared/dates/as-of-picker.tsx';
import { PageHead, Panel } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { AirMap } from './air-map.tsx';
import { ChapterLamps } from './chapter-lamps.tsx';
import { Headline } from './headline.tsx';
import { Lagging } from './lagging.tsx';
import { LatestBulletin } from './latest-bulletin.tsx';
import './overview.css';
import { airOverviewQuery, tableQuery } from './queries.ts';

/** One page for a leader with forty seconds: how far the plan is, what is late, how the air is. */
export function Page() {
  const { t } = useTranslation();
  const [chosen] = useUrlState('asOf');
  const asOf = useAsOf();
  const year = usePlanYear();
  const district = useQuery(districtQuery);
  const mayPlan = useMay('plan.read');
  const air = useQuery(airOverviewQuery(chosen));
  const table = useQuery({ ...tableQuery(year ?? 0, chosen), enabled: mayPlan && year !== null });
  const provenance = air.data?.scopes.flatMap(({ yearToDate }) => yearToDate?.now.provenance ?? []);

  return (
    <>
      <PageHead
        title={t('overview.title')}
        aside={
          <>
            <AsOfPicker />
            <ProvenanceTag provenance={provenance} />
          </>
        }
      />
      <div className="overview">
        {air.error ? (
          <ErrorState error={air.error} onRetry={() => void air.refetch()} compact />
        ) : (
          <Headline air={air.data} table={table.data} asOf={asOf} withPlan={mayPlan && year !== null} />
        )}
        {mayPlan && (
          <div className="overview-plan">
            <Panel
              title={t('overview.chapters.title')}
              aside={year && <Link to="/plan">{t('overview.chapters.open')}</Link>}
            >
              {district.data && year === null ? (
                <EmptyState compact title={t('overview.noPlan.title')} text={t('overview.noPlan.text')}>
                  <Link to="/import">{t('overview.noPlan.act')}</Link>
                </EmptyState>
              ) : table.error ? (
                <ErrorState error={table.error} onRetry={() => void table.refetch()} compact />
              ) : table.data ? (
                <ChapterLamps table={table.data} />
              ) : (
                <LoadingState rows={7} height={330} />
              )}
            </Panel>
            {year !== null && (
              <Panel title={t('overview.lagging.title')}>
                {table.data ? <Lagging table={table.data} /> : <LoadingState rows={6} />}
              </Panel>
            )}
            {year !== null && <LatestReportsPanel year={year} />}
          </div>
        )}
        <div className="overview-air">
          <Panel title={t('overview.map.title')} aside={<Link to="/air">{t('overview.map.open')}</Link>}>
            <AirMap air={air.data} />
          </Panel>
          <Panel title={t('overview.bulletin.title')} aside={<Link to="/bulletins">{t('overview.bulletin.all')}</Link>}>
            <LatestBulletin />
          </Panel>
        </div>
      </div>
    </>
  );
}
