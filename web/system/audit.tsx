import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#app/api';
import { get } from '../app/api.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { AuditList } from './audit-list.tsx';
import { ChainCheckButton } from './chain-check.tsx';

type AuditPage = { entries: AuditEntry[]; next: number | null };
const TEXTS = ['actor', 'action', 'subject', 'q'] as const;

/** Every change with before and after, newest first; more is fetched while scrolling. */
export default function Audit() {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const { actor, action, subject, q, from, until } = search;
  const wanted = { actor, action, subject, text: q, from, until };
  const pages = useInfiniteQuery({
    queryKey: ['audit', wanted],
    queryFn: ({ pageParam, signal }) =>
      get<AuditPage>('/api/audit', { ...wanted, before: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 5_000,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries);
  const filtered = Object.values(wanted).some(Boolean);
  return (
    <Panel flush title={t('system.audit.title')} aside={<ChainCheckButton />}>
      <div className="system-filter">
        {TEXTS.map((name) => (
          <Input
            key={`${name} ${filtered}`}
            allowClear
            style={{ width: 150 }}
            defaultValue={search[name]}
            placeholder={t(`system.audit.filters.${name}`)}
            aria-label={t(`system.audit.filters.${name}`)}
            onPressEnter={(event) => set({ [name]: event.currentTarget.value.trim() || undefined })}
            onBlur={(event) => {
              const value = event.target.value.trim() || undefined;
              if (value !== search[name]) set({ [name]: value });
            }}
            onClear={() => set({ [name]: undefined })}
          />
        ))}
        <DatePicker.RangePicker
          value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
          allowEmpty={[true, true]}
          placeholder={[t('system.audit.from'), t('system.audit.until')]}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
        />
        {filtered && (
          <Button
            type="link"
            onClick={() =>
              set({
                actor: undefined,
                action: undefined,
                subject: undefined,
                q: undefined,
                from: undefined,
                until: undefined,
              })
            }
          >
            {t('system.audit.clear')}
          </Button>
        )}
      </div>
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : !entries ? (
        <LoadingState rows={10} />
      ) : entries.length === 0 ? (
        <EmptyState compact title={t('system.audit.none')} />
      ) : (
        <AuditList
          entries={entries}
          onEnd={() => {
            if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
          }}
        />
      )}
    </Panel>
  );
}
