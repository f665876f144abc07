import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError, type Method, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

/** when the look that a change wakes is done, ms */
const AFTER_LOOK = 2500;

export type Call = { method: Method; path: string; body?: object };

/** Changes something of the devices: what is shown is asked for again, a refusal is said in the server's own words. */
export function useAct<T = unknown>(options: { done?: string; onDone?: (answer: T) => void } = {}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Call) => send<T>(method, path, body ?? (method === 'DELETE' ? undefined : {})),
    onSuccess: async (answer) => {
      options.onDone?.(answer);
      await client.invalidateQueries({ queryKey: ['devices'] });
      void message.success(options.done ?? t('devices.done'));
      // somebody looks at the device right after the change
      setTimeout(() => void client.invalidateQueries({ queryKey: ['devices'] }), AFTER_LOOK);
    },
    onError: (error) =>
      void message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'), 8),
  });
}
