import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Input, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery, useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Import } from './import.tsx';
import { inspectionsQuery, kindsQuery } from './queries.ts';
import { InspectionRows } from './rows.tsx';
import { InspectionHead } from './tabs.tsx';
import './inspections.css';

/** Every visit, newest first, narrowed by what stands in the address. */
export function Page() {
  const { t } = useTranslation();
  const [sentence, name] = [useSentence(), useName()];
  const { number } = useFormat();
  const [search, set] = useUrlValues();
  const may = useMay('inspection.make');
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const list = useInfiniteQuery({ ...inspectionsQuery(search), placeholderData: keepPreviousData });
  const rows = list.data?.pages.flatMap((page) => page.inspections);
  const counts = list.data?.pages[0]?.counts;
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  return (
    <>
      <InspectionHead here="list" />
      <Panel
        flush
        title={
          counts
            ? t('inspections.counted', {
                count: counts.count,
                shown: number(counts.count),
                found: number(counts.found),
                open: number(counts.open),
              })
            : t('inspections.tabs.list')
        }
      >
        <Space wrap className="inspection-filters">
          <Input.Search
            allowClear
            defaultValue={search.q}
            placeholder={t('inspections.search')}
            aria-label={t('inspections.search')}
            onSearch={(q) => set({ q: q.trim() || undefined })}
            style={{ width: 200 }}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('inspections.kind')}
            aria-label={t('inspections.kind')}
            value={search.kind}
            options={kinds.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
            onChange={(kind) => set({ kind })}
            style={{ minWidth: 170 }}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('inspections.street')}
            aria-label={t('inspections.street')}
            value={search.street}
            options={streets.map((one) => ({ value: one.code, label: name(one) }))}
            onChange={(street) => set({ street })}
            style={{ minWidth: 140 }}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('inspections.unit')}
            aria-label={t('inspections.unit')}
            value={search.unit}
            options={units.map((one) => ({ value: one.id, label: name(one) }))}
            onChange={(unit) => set({ unit })}
            style={{ minWidth: 170 }}
          />
          {may && <Import kinds={kinds} />}
          <Select
            allowClear
            placeholder={t('inspections.result')}
            aria-label={t('inspections.result')}
            value={search.open ? 'open' : search.result}
            options={['findings', 'open', 'sound'].map((value) => ({
              value,
              label: t(`inspections.results.${value}`),
            }))}
            onChange={(value) =>
              set({ open: value === 'open' ? '1' : undefined, result: value === 'open' ? undefined : value })
            }
            style={{ minWidth: 130 }}
          />
        </Space>
        {list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
        ) : !rows ? (
          <LoadingState rows={10} />
        ) : rows.length === 0 ? (
          <EmptyState compact title={t('inspections.none')} />
        ) : (
          <InspectionRows
            rows={rows}
            onEnd={() => {
              if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
            }}
          />
        )}
      </Panel>
    </>
  );
}
