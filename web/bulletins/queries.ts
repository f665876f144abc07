import { queryOptions } from '@tanstack/react-query';
import type { BulletinDue, BulletinList } from '#app/api';
import { get } from '../app/api.ts';

export const listQuery = (filter: { year: string | undefined; state: string | undefined }) =>
  queryOptions({
    queryKey: ['bulletins', 'list', filter],
    queryFn: ({ signal }) => get<BulletinList>('/api/bulletins', filter, signal),
  });

/** The months of the year with what is made of each; only for those who draft. */
export const dueQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: ['bulletins', 'due', year ?? null],
    queryFn: ({ signal }) => get<BulletinDue>('/api/bulletins/due', { kind: 'air', year }, signal),
  });
