import { queryOptions } from '@tanstack/react-query';
import type { AirOverview, BulletinSummary, LivingTable } from '#app/api';
import { get } from '../app/api.ts';

export const tableQuery = (year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['plan', year, 'table', { asOf }],
    queryFn: ({ signal }) => get<LivingTable>(`/api/plans/${year}/table`, { asOf }, signal),
    structuralSharing: false,
  });

export const airOverviewQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['air', 'overview', { asOf }],
    queryFn: ({ signal }) => get<AirOverview>('/api/air/overview', { asOf }, signal),
  });

export const bulletinsQuery = queryOptions({
  queryKey: ['bulletins', 'overview'],
  queryFn: async ({ signal }) => (await get<{ bulletins: BulletinSummary[] }>('/api/bulletins', {}, signal)).bulletins,
});
