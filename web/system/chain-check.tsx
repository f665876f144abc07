import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChainCheck } from '#app/api';
import { ApiError, get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';

/** Walks the chain of hashes on the server and tells whether any record was changed afterwards. */
export function ChainCheckButton() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const { modal } = App.useApp();
  const check = useMutation({
    mutationFn: () => get<ChainCheck>('/api/audit/check'),
    onSuccess: (found) => {
      const show = found.sound ? modal.success : modal.error;
      show({
        title: found.sound ? t('system.audit.sound') : t('system.audit.broken', { seq: found.brokenSeq }),
        content: (
          <>
            <p>{t('system.audit.checked', { rows: number(found.rows), seq: found.lastSeq })}</p>
            {found.lastHash && (
              <p className="quiet" style={{ overflowWrap: 'anywhere' }}>
                {t('system.audit.lastHash', { hash: found.lastHash })}
              </p>
            )}
          </>
        ),
        okText: t('shared.close'),
      });
    },
    onError: (error) =>
      modal.error({ title: error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken') }),
  });
  return (
    <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
      {t('system.audit.check')}
    </Button>
  );
}
