import { useQuery } from '@tanstack/react-query';
import { Select, Space } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { districtQuery, useMay } from '../app/queries.ts';
import { MonthPicker } from '../shared/dates/month-picker.tsx';
import { PageHead, Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { Due } from './due.tsx';
import { List } from './list.tsx';
import { listQuery } from './queries.ts';
import './bulletins.css';

const Preview = lazy(() => import('./preview.tsx'));
const STATES = ['draft', 'issued', 'corrected'] as const;

/** The bulletins, newest period first; whoever drafts sees what is due and begins from here. */
export function Page() {
  const { t } = useTranslation();
  const [{ year, state, preview }, set] = useUrlValues();
  const list = useQuery(listQuery({ year, state }));
  const all = useQuery(listQuery({ year: undefined, state: undefined }));
  const today = useQuery(districtQuery).data?.today;
  const mayDraft = useMay('bulletin.draft');
  const rows = list.data?.bulletins;
  const thisYear = today?.slice(0, 4);
  const years = [...new Set([thisYear, year, ...(all.data?.bulletins ?? []).map((row) => row.period.from.slice(0, 4))])]
    .filter((one) => one !== undefined)
    .sort()
    .reverse();
  const filtered = year !== undefined || state !== undefined;
  return (
    <>
      <PageHead
        title={t('shell.pages.bulletins.long')}
        actions={
          mayDraft && today ? (
            <MonthPicker
              label={t('bulletins.makeMonth')}
              before={`${today.slice(0, 7)}-01`}
              onChoose={(month) => set({ preview: month })}
            />
          ) : null
        }
      />
      <div className="bulletin-page">
        {mayDraft && <Due year={year} onPreview={(month) => set({ preview: month })} />}
        <Panel
          flush
          title={t('bulletins.count', { count: rows?.length ?? 0 })}
          aside={
            <Space wrap>
              <Select
                allowClear
                placeholder={t('bulletins.year')}
                aria-label={t('bulletins.year')}
                value={year}
                options={years.map((value) => ({ value, label: value }))}
                onChange={(value) => set({ year: value })}
                style={{ minWidth: 96 }}
              />
              <Select
                allowClear
                placeholder={t('bulletins.state')}
                aria-label={t('bulletins.state')}
                value={state}
                options={STATES.filter((value) => mayDraft || value !== 'draft').map((value) => ({
                  value,
                  label: t(`bulletins.states.${value}`),
                }))}
                onChange={(value) => set({ state: value })}
                style={{ minWidth: 110 }}
              />
            </Space>
          }
        >
          {list.error ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} compact />
          ) : !rows ? (
            <LoadingState rows={5} />
          ) : rows.length === 0 ? (
            <EmptyState
              compact
              title={t(filtered ? 'bulletins.noneFiltered' : 'bulletins.none')}
              text={filtered ? undefined : t(mayDraft ? 'bulletins.noneMake' : 'bulletins.noneYet')}
            />
          ) : (
            <List rows={rows} />
          )}
        </Panel>
      </div>
      {mayDraft && preview && (
        <Suspense>
          <Preview month={preview} onClose={() => set({ preview: undefined })} />
        </Suspense>
      )}
    </>
  );
}
