import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  InspectionCalendar,
  InspectionCandidates,
  InspectionDue,
  InspectionKinds,
  InspectionPage,
  InspectionPeople,
  InspectionView,
  MonthlyRate,
} from '#app/api';
import { get } from '../app/api.ts';

export type InspectionFilter = {
  kind?: string;
  street?: string;
  unit?: string;
  from?: string;
  until?: string;
  result?: string;
  open?: string;
  q?: string;
  ledger?: string;
  entry?: string;
};

export const kindsQuery = queryOptions({
  queryKey: ['inspections', 'kinds'],
  queryFn: ({ signal }) => get<InspectionKinds>('/api/inspections/kinds', {}, signal),
  staleTime: 10 * 60_000,
});

export const inspectionsQuery = (filter: InspectionFilter) =>
  infiniteQueryOptions({
    queryKey: ['inspections', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get<InspectionPage>('/api/inspections', { ...filter, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const inspectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['inspections', 'one', id],
    queryFn: ({ signal }) => get<InspectionView>(`/api/inspections/${id}`, {}, signal),
  });

export const monthlyQuery = (kind: string, month: string, street: string | undefined) =>
  queryOptions({
    queryKey: ['inspections', 'monthly', kind, month, street ?? null],
    queryFn: ({ signal }) => get<MonthlyRate>('/api/inspections/monthly', { kind, month, street }, signal),
    enabled: kind !== '' && month !== '',
  });

export const calendarQuery = (month: string) =>
  queryOptions({
    queryKey: ['inspections', 'calendar', month],
    queryFn: ({ signal }) => get<InspectionCalendar>('/api/inspections/calendar', { month }, signal),
    enabled: month !== '',
  });

export const dueQuery = (whose: 'mine' | 'all') =>
  queryOptions({
    queryKey: ['inspections', 'due', whose],
    queryFn: ({ signal }) => get<InspectionDue>('/api/inspections/due', { whose }, signal),
  });

export const peopleQuery = queryOptions({
  queryKey: ['inspections', 'people'],
  queryFn: async ({ signal }) => (await get<InspectionPeople>('/api/inspections/people', {}, signal)).people,
});

export const candidatesQuery = (kind: string, q: string, near: string | undefined) =>
  queryOptions({
    queryKey: ['inspections', 'candidates', kind, q, near ?? null],
    queryFn: ({ signal }) => get<InspectionCandidates>('/api/inspections/candidates', { kind, q, near }, signal),
    enabled: kind !== '',
  });
