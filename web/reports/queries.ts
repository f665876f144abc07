import { queryOptions } from '@tanstack/react-query';
import type { LatestReports, MeasureReports } from '#app/api';
import { get } from '../app/api.ts';

export const reportsQuery = (year: string, id: string) =>
  queryOptions({
    queryKey: ['reports', Number(year), id],
    queryFn: ({ signal }) =>
      get<MeasureReports>(`/api/plans/${year}/measures/${encodeURIComponent(id)}/reports`, {}, signal),
  });

export const latestReportsQuery = (year: number) =>
  queryOptions({
    queryKey: ['reports', year, 'latest'],
    queryFn: ({ signal }) => get<LatestReports>(`/api/plans/${year}/reports`, { limit: 5 }, signal),
  });
