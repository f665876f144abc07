import { queryOptions } from '@tanstack/react-query';
import type { AirEvidence, MeasureBindings, MeasureDetail, MeasureTargetList } from '#app/api';
import { get } from '../app/api.ts';

export const measureQuery = (year: string, id: string, version: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['plans', Number(year), 'measure', id, version ?? null, asOf ?? null],
    queryFn: ({ signal }) =>
      get<MeasureDetail>(`/api/plans/${year}/measures/${encodeURIComponent(id)}`, { version, asOf }, signal),
  });

export const targetsQuery = (year: string, id: string) =>
  queryOptions({
    queryKey: ['plans', Number(year), 'measure', id, 'targets'],
    queryFn: ({ signal }) =>
      get<MeasureTargetList>(`/api/plans/${year}/measures/${encodeURIComponent(id)}/targets`, {}, signal),
  });

export const bindingsQuery = (year: string, id: string) =>
  queryOptions({
    queryKey: ['plans', Number(year), 'measure', id, 'bindings'],
    queryFn: ({ signal }) =>
      get<MeasureBindings>(`/api/plans/${year}/measures/${encodeURIComponent(id)}/bindings`, {}, signal),
  });

/** Whether the records behind a figure open beside it: days of the air do, other records have a page of their own. */
export const opensHere = (href: string) => href.startsWith('/air?');

/** The air page's address of a figure, as the question that it asks the server. */
export function askedBy(href: string): { statistic: string; scope: string; from: string; until: string } {
  const asked = new URLSearchParams(href.split('?')[1]);
  const of = (name: string) => asked.get(name) ?? '';
  return { statistic: of('evidence'), scope: of('scope'), from: of('from'), until: of('until') };
}

/** The days behind a figure. `href` is what the indicator says; only its question is taken, the road is ours. */
export const evidenceQuery = (href: string) =>
  queryOptions({
    queryKey: ['evidence', href],
    queryFn: ({ signal }) => get<AirEvidence>('/api/air/evidence', askedBy(href), signal),
  });
