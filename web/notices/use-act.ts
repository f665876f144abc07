import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, type Method, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

export type Call = { method: Method; path: string; body?: object; done?: string };

/** Changes something of the notices: what is shown is asked for again, a refusal is said in the server's own words. */
export function useAct<T = unknown>(onDone?: (answer: T) => void) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Call) => send<T>(method, path, body ?? {}),
    onSuccess: async (answer, { done }) => {
      onDone?.(answer);
      if (done) void message.success(done);
      await client.invalidateQueries({ queryKey: ['notices'] });
    },
    onError: (error) =>
      void message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'), 8),
  });
}
