import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  LedgerEntryFiles,
  LedgerEntryPage,
  LedgerEntryView,
  LedgerList,
  LedgerMap,
  LedgerObject,
  LedgerProgress,
  LedgerView,
} from '#app/api';
import { get } from '../app/api.ts';

export type LedgerFilter = {
  q?: string;
  street?: string;
  doubt?: string;
  state?: string;
  where?: string;
  sort?: string;
};

export const ledgersQuery = queryOptions({
  queryKey: ['ledgers'],
  queryFn: async ({ signal }) => (await get<LedgerList>('/api/ledgers', {}, signal)).ledgers,
});

export const ledgerQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledgers', id],
    queryFn: ({ signal }) => get<LedgerView>(`/api/ledgers/${id}`, {}, signal),
  });

export const entriesQuery = (id: string, filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['ledgers', id, 'entries', filter],
    queryFn: ({ pageParam, signal }) =>
      get<LedgerEntryPage>(`/api/ledgers/${id}/entries`, { ...filter, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const ledgerMapQuery = (id: string, filter: LedgerFilter) =>
  queryOptions({
    queryKey: ['ledgers', id, 'map', filter],
    queryFn: ({ signal }) => get<LedgerMap>(`/api/ledgers/${id}/map`, filter, signal),
  });

export const entryQuery = (ledger: string, id: string) =>
  queryOptions({
    queryKey: ['ledgers', ledger, 'entry', id],
    queryFn: ({ signal }) => get<LedgerEntryView>(`/api/ledgers/${ledger}/entries/${id}`, {}, signal),
  });

export const objectQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledgers', 'object', id],
    queryFn: ({ signal }) => get<LedgerObject>(`/api/objects/${id}`, {}, signal),
  });

export const entryFilesQuery = (ledger: string, id: number) =>
  queryOptions({
    queryKey: ['ledgers', ledger, 'files', id],
    queryFn: ({ signal }) => get<LedgerEntryFiles>(`/api/ledgers/${ledger}/entries/${id}/files`, {}, signal),
  });

export const progressQuery = (ledger: string, workId: string | null) =>
  queryOptions({
    queryKey: ['ledgers', ledger, 'import', workId],
    queryFn: ({ signal }) => get<LedgerProgress>(`/api/ledgers/${ledger}/imports/${workId}`, {}, signal),
    enabled: workId !== null,
    refetchInterval: ({ state }) =>
      !state.data || state.data.state === 'waiting' || state.data.state === 'running' ? 600 : false,
  });
