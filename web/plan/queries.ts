import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LivingTable, PlanChanges, PlanSummary } from '#app/api';
import { get } from '../app/api.ts';

/** Adopted plans with their versions, newest year first. */
export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async ({ signal }) => (await get<{ plans: PlanSummary[] }>('/api/plans', {}, signal)).plans,
});

/** The living table of a year; the one before stays on screen while another day or version is on its way. */
export const tableQuery = (year: number, version: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['plans', year, 'table', version ?? null, asOf ?? null],
    queryFn: ({ signal }) => get<LivingTable>(`/api/plans/${year}/table`, { version, asOf }, signal),
    placeholderData: keepPreviousData,
    // a table is replaced as a whole: comparing it part by part costs more than drawing it
    structuralSharing: false,
  });

/** What changed: since version `from`, or against last year's plan. */
export const changesQuery = (year: number, compare: string, to: string | undefined) =>
  queryOptions({
    queryKey: ['plans', year, 'changes', compare, to ?? null],
    queryFn: ({ signal }) =>
      get<PlanChanges>(
        `/api/plans/${year}/changes`,
        compare === 'last-year' ? { against: 'last-year', to } : { from: compare, to },
        signal,
      ),
  });
