import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AirOverview } from '#app/api';
import { get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { AqiChip } from '../shared/aqi-chip.tsx';
import { AsOfPicker, useAsOf } from '../shared/dates/as-of-picker.tsx';
import { useFormat } from '../shared/format.ts';
import { PageHead, Panel } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { Calendar } from './calendar.tsx';
import { Evidence } from './evidence.tsx';
import { Hours } from './hours.tsx';
import { Months } from './months.tsx';
import { StationMap } from './station-map.tsx';
import { Summary } from './summary.tsx';
import './air.css';

const VIEWS = ['calendar', 'months', 'hours'] as const;

/** The air of the district and its stations: today, the year's days, its months beside last year's, hours. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  const asOf = useAsOf();
  const [scope, setScope] = useUrlState('scope');
  const [view, setView] = useUrlState('view', 'calendar');
  const air = useQuery({
    queryKey: ['air overview', asOf],
    enabled: !!asOf,
    queryFn: ({ signal }) => get<AirOverview>('/api/air/overview', { asOf }, signal),
  });
  if (air.error) return <ErrorState error={air.error} onRetry={() => void air.refetch()} />;
  if (!air.data || !asOf) return <LoadingState rows={12} />;
  const keyOf = (one: AirOverview['scopes'][number]) => `${one.scope.kind}:${one.scope.code}`;
  const shown = air.data.scopes.find((one) => keyOf(one) === scope) ?? air.data.scopes[0];
  if (!shown) return <EmptyState title={t('air.none')} text={t('air.noneText')} />;
  const key = keyOf(shown);
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
              onChange={(value) => setScope(value)}
              options={air.data.scopes.map((one) => ({ value: keyOf(one), label: sentence(one.name) }))}
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
          <Summary shown={shown} scope={key} asOf={asOf} />
        </Panel>
        <Panel title={t('air.map')}>
          <StationMap air={air.data} onChoose={(code) => setScope(`station:${code}`)} />
        </Panel>
      </div>
      <Panel
        title={t(`air.views.${view}`)}
        aside={
          <Segmented
            aria-label={t('air.view')}
            value={view}
            onChange={(value) => setView(value)}
            options={VIEWS.map((value) => ({ value, label: t(`air.views.${value}`) }))}
          />
        }
      >
        {view === 'months' ? (
          <Months scope={key} asOf={asOf} />
        ) : view === 'hours' ? (
          <Hours scope={shown.scope.kind === 'station' ? shown.scope.code : stationOf(air.data)} asOf={asOf} />
        ) : (
          <Calendar scope={key} asOf={asOf} />
        )}
      </Panel>
      <Evidence />
    </>
  );
}

/** the district has no hours of its own: its first station's are shown */
const stationOf = (air: AirOverview) => air.scopes.find((one) => one.scope.kind === 'station')?.scope.code ?? '';
