import { queryOptions } from '@tanstack/react-query';
import type { MeasureParts, MeasureSupervision, ScorePage, SupervisionInbox, UnitPage } from '#app/api';
import { get } from '../app/api.ts';

export const inboxQuery = queryOptions({
  queryKey: ['supervision', 'inbox'],
  queryFn: ({ signal }) => get<SupervisionInbox>('/api/supervision', {}, signal),
});
export const unitPageQuery = (unit: string) =>
  queryOptions({
    queryKey: ['supervision', 'unit', unit],
    queryFn: ({ signal }) => get<UnitPage>(`/api/supervision/units/${encodeURIComponent(unit)}`, {}, signal),
  });
export const scoresQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['supervision', 'scores', month ?? ''],
    queryFn: ({ signal }) => get<ScorePage>('/api/supervision/scores', { month }, signal),
  });
export const measureSupervisionQuery = (year: string, id: string) =>
  queryOptions({
    queryKey: ['supervision', 'measure', year, id],
    queryFn: ({ signal }) =>
      get<MeasureSupervision>(`/api/plans/${year}/measures/${encodeURIComponent(id)}/supervision`, {}, signal),
  });
export const partsQuery = (year: string, id: string) =>
  queryOptions({
    queryKey: ['parts', year, id],
    queryFn: async ({ signal }) =>
      (await get<MeasureParts>(`/api/plans/${year}/measures/${encodeURIComponent(id)}/parts`, {}, signal)).parts,
  });
