import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { Draft } from '#app/api';
import { ApiError, get, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan-drafts', id],
    queryFn: ({ signal }) => get<Draft>(`/api/plan-drafts/${id}`, {}, signal),
  });

/** What can be done to the table itself; keys, not numbers, name its parts. */
export type StructureAct =
  | { op: 'add'; task: string; after: string | null; text: string }
  | { op: 'remove'; measure: string }
  | { op: 'split'; measure: string; at: number }
  | { op: 'merge'; measure: string; into: string };

type Act =
  | { kind: 'correct'; path: string; value: unknown; reason?: string }
  | { kind: 'structure'; value: StructureAct }
  | { kind: 'settle'; path: string }
  | { kind: 'undo'; path: string };

/** Acts on a draft; each answers with the whole draft, which replaces the one on screen. A refusal is said as the server put it. */
export function useDraftActs(id: string) {
  const client = useQueryClient();
  const sentence = useSentence();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (act: Act) => {
      const at = `/api/plan-drafts/${id}`;
      switch (act.kind) {
        case 'correct':
          return send<Draft>('PUT', `${at}/corrections`, { path: act.path, value: act.value, reason: act.reason });
        case 'structure':
          return send<Draft>('PUT', `${at}/corrections`, { path: 'structure', value: act.value });
        case 'settle':
          return send<Draft>('POST', `${at}/settle`, { path: act.path });
        default:
          return send<Draft>('POST', `${at}/undo`, { path: act.path });
      }
    },
    onSuccess: (draft) => {
      client.setQueryData(draftQuery(id).queryKey, draft);
      void client.invalidateQueries({ queryKey: ['plan-drafts'], exact: true });
    },
    onError: (error) => {
      if (error instanceof ApiError) void message.error(sentence(error.sentence), 6);
    },
  });
}
export type DraftActs = ReturnType<typeof useDraftActs>;
