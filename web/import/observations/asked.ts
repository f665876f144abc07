import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportErrorList, ImportMapping, ImportPreview, ImportReport, RecordSource, Work } from '#app/api';
import { get, send } from '../../app/api.ts';

export const IMPORT_WORK = 'observations.import';
export const isOpen = (work: Work): boolean => work.state === 'waiting' || work.state === 'running';

export type Where = { sheet?: string; headerRow?: number };

/** The first rows of a file with the server's guess of how it is read. */
export const guessQuery = (fileId: string, where: Where = {}) =>
  queryOptions({
    queryKey: ['observation-file', fileId, where],
    queryFn: () => send<ImportPreview>('POST', '/api/observations/preview', { fileId, ...where }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a mapping makes of the first rows. */
export const readingQuery = (fileId: string, mapping: ImportMapping | null) =>
  queryOptions({
    queryKey: ['observation-reading', fileId, mapping],
    queryFn: () => send<ImportPreview>('POST', '/api/observations/preview', { fileId, mapping }),
    enabled: mapping !== null,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });

/** One import or dry run, looked at again while it runs. */
export const workQuery = (id: string) =>
  queryOptions({
    queryKey: ['work', id],
    queryFn: ({ signal }) => get<Work>(`/api/work/${id}`, {}, signal),
    refetchInterval: ({ state }) => (!state.data || isOpen(state.data) ? 700 : false),
  });

/** The latest imports as works: those under way, and those that failed. */
export const worksQuery = queryOptions({
  queryKey: ['work', { kind: IMPORT_WORK }],
  queryFn: async ({ signal }) =>
    (await get<{ works: Work[] }>('/api/work', { kind: IMPORT_WORK, limit: 20 }, signal)).works,
  refetchInterval: ({ state }) => (state.data?.some(isOpen) ? 1500 : 20_000),
});

export const sourcesQuery = queryOptions({
  queryKey: ['record-sources'],
  queryFn: async ({ signal }) =>
    (await get<{ sources: RecordSource[] }>('/api/observations/imports', {}, signal)).sources,
});

export const ERRORS_A_PAGE = 200;
export const errorsQuery = (workId: string, page: number) =>
  queryOptions({
    queryKey: ['import-errors', workId, page],
    queryFn: ({ signal }) =>
      get<ImportErrorList>(
        `/api/observations/imports/${workId}/errors`,
        { from: page * ERRORS_A_PAGE, limit: ERRORS_A_PAGE },
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const startImport = (fileId: string, mapping: ImportMapping, dryRun: boolean): Promise<{ workId: string }> =>
  send('POST', '/api/observations/imports', { fileId, mapping, dryRun });

export const reportOf = (work: Work): ImportReport | null =>
  work.state === 'done' ? (work.result as ImportReport) : null;
