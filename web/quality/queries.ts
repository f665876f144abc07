import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CalibrationList, InterferenceList, MarkCurve, MarkList, QualityTests } from '#app/api';
import { get } from '../app/api.ts';

export type MarkFilter = {
  from: string;
  until: string;
  device: string | undefined;
  test: string | undefined;
  state: string | undefined;
  review: string | undefined;
};

export const marksQuery = (filter: MarkFilter) =>
  infiniteQueryOptions({
    queryKey: ['quality', 'marks', filter],
    queryFn: ({ pageParam, signal }) =>
      get<MarkList>('/api/quality/marks', { ...filter, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const curveQuery = (id: string) =>
  queryOptions({
    queryKey: ['quality', 'mark', id],
    queryFn: ({ signal }) => get<MarkCurve>(`/api/quality/marks/${id}`, {}, signal),
  });

export const testsQuery = queryOptions({
  queryKey: ['quality', 'tests'],
  queryFn: ({ signal }) => get<QualityTests>('/api/quality/tests', {}, signal),
  staleTime: 10 * 60_000,
});

export const interferenceQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['quality', 'interference', from, until],
    queryFn: ({ signal }) => get<InterferenceList>('/api/quality/interference', { from, until }, signal),
  });

export const calibrationsQuery = (device: string | undefined) =>
  queryOptions({
    queryKey: ['quality', 'calibrations', device ?? null],
    queryFn: ({ signal }) => get<CalibrationList>('/api/quality/calibrations', { device }, signal),
  });
