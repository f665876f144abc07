import { FilterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivingTable, PlanSummary } from '#app/api';
import { districtQuery, useMay } from '../app/queries.ts';
import { searchWords } from '../measure/marks.ts';
import { PageHead } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { useWide } from '../shared/use-wide.ts';
import { addressOf, filterOf } from './address.ts';
import { PlanCards } from './cards/cards.tsx';
import { filterTable, lampCounts, measuresOf, NO_FILTER, type PlanFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { PlanHead } from './head.tsx';
import { LampChips } from './lamp-chips.tsx';
import './plan.css';
import { plansQuery, tableQuery } from './queries.ts';
import type { PlanSearch } from './search.ts';
import { PlanTable } from './table.tsx';

const ChangesDrawer = lazy(() => import('./changes.tsx'));
const Drawer = lazy(() => import('antd/es/drawer'));

/** 行动计划: the issued table, alive. */
export function Page() {
  const { t } = useTranslation();
  const plans = useQuery(plansQuery);
  const mayImport = useMay('plan.draft');
  if (plans.error || !plans.data)
    return (
      <>
        <PageHead title={t('shell.pages.plan.long')} />
        {plans.error ? (
          <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />
        ) : (
          <LoadingState rows={12} />
        )}
      </>
    );
  if (plans.data.length === 0)
    return (
      <>
        <PageHead title={t('shell.pages.plan.long')} />
        <EmptyState title={t('plan.none.title')} text={t(mayImport ? 'plan.none.text' : 'plan.none.wait')}>
          {mayImport && (
            <Link to="/import" search={{ tab: 'plan' }}>
              <Button type="primary">{t('plan.none.import')}</Button>
            </Link>
          )}
        </EmptyState>
      </>
    );
  return <LivingPlan plans={plans.data} />;
}

function LivingPlan({ plans }: { plans: PlanSummary[] }) {
  const [search, set] = useUrlValues() as [PlanSearch, ReturnType<typeof useUrlValues>[1]];
  const year = Number(search.year ?? Math.max(...plans.map((p) => p.year)));
  const { data, error, refetch } = useQuery(tableQuery(year, search.version, search.asOf));
  const plan = plans.find((p) => p.year === year);
  return (
    <div className="plan">
      <PlanHead plans={plans} year={year} table={data} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState rows={14} height={600} />}
      {data && <Filtered table={data} search={search} set={set} />}
      {plan && search.compare && (
        <Suspense>
          <ChangesDrawer
            plan={plan}
            version={search.version}
            compare={search.compare}
            onCompare={(compare) => set({ compare: compare ?? undefined })}
          />
        </Suspense>
      )}
    </div>
  );
}

type FilteredProps = { table: LivingTable; search: PlanSearch; set: ReturnType<typeof useUrlValues>[1] };

function Filtered({ table, search, set }: FilteredProps) {
  const { t } = useTranslation();
  const wide = useWide();
  const [opened, setOpened] = useState(false);
  const streets = useQuery(districtQuery).data?.streets;
  const streetUnit = useMemo(
    () => new Map((streets ?? []).flatMap((s) => (s.unitId ? [[s.code, s.unitId] as const] : []))),
    [streets],
  );
  const filter = useMemo(() => filterOf(search), [search]);
  const used = useDeferredValue(filter);
  const chapters = useMemo(() => filterTable(table, used, streetUnit), [table, used, streetUnit]);
  const counts = useMemo(() => lampCounts(table, filter, streetUnit), [table, filter, streetUnit]);
  const words = useMemo(() => searchWords(used.words), [used.words]);
  const change = useCallback((part: Partial<PlanFilter>) => set(addressOf(part)), [set]);
  const onUnit = useCallback((unit: string) => change({ unit }), [change]);
  const keep = useMemo(() => ({ version: search.version, asOf: search.asOf }), [search.version, search.asOf]);
  const shown = measuresOf(chapters).length;
  const bar = <FilterBar table={table} filter={filter} shown={shown} onChange={change} />;
  return (
    <>
      <div className="plan-bar">
        <LampChips counts={counts} chosen={filter.lamps} onChoose={(lamps) => change({ lamps })} />
        {wide ? (
          bar
        ) : (
          <Button icon={<FilterOutlined />} onClick={() => setOpened(true)}>
            {t('plan.filterButton', { shown })}
          </Button>
        )}
      </div>
      {!wide && opened && (
        <Suspense>
          <Drawer placement="bottom" size={460} open onClose={() => setOpened(false)} title={t('plan.filters')}>
            {bar}
          </Drawer>
        </Suspense>
      )}
      {shown === 0 ? (
        <EmptyState title={t('plan.nothing')}>
          <Button onClick={() => change(NO_FILTER)}>{t('plan.clear')}</Button>
        </EmptyState>
      ) : wide ? (
        <PlanTable table={table} chapters={chapters} words={words} keep={keep} onUnit={onUnit} />
      ) : (
        <PlanCards year={table.year} chapters={chapters} words={words} keep={keep} onUnit={onUnit} />
      )}
    </>
  );
}
