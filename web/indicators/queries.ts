import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EvidencePage, IndicatorDeclaration, IndicatorDetail, IndicatorSummary } from '#app/api';
import { get } from '../app/api.ts';

export const indicatorsQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['indicators', asOf ?? null],
    queryFn: async ({ signal }) =>
      (await get<{ indicators: IndicatorSummary[] }>('/api/indicators', { asOf }, signal)).indicators,
  });

export type Asked = { scope?: string; year?: string; asOf?: string };

export const indicatorQuery = (id: string, asked: Asked) =>
  queryOptions({
    queryKey: ['indicators', 'one', id, asked],
    queryFn: ({ signal }) => get<IndicatorDetail>(`/api/indicators/${id}`, asked, signal),
  });

export const declarationQuery = (id: string) =>
  queryOptions({
    queryKey: ['indicators', 'one', id, 'declaration'],
    queryFn: ({ signal }) =>
      get<IndicatorDeclaration>(`/api/indicators/${encodeURIComponent(id)}/declaration`, {}, signal),
  });

export const rowsQuery = (id: string, asked: { scope: string; until: string; part: string }) =>
  infiniteQueryOptions({
    queryKey: ['indicators', 'one', id, 'rows', asked],
    queryFn: ({ pageParam, signal }) =>
      get<EvidencePage>(`/api/indicators/${id}/evidence`, { ...asked, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
