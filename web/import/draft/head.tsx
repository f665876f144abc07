import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { PageHead } from '../../shared/page.tsx';

/** Which document this is, and the acts that end its review: adopt or discard. */
export function ReviewHead({
  draft,
  onAdopt,
  onHistory,
}: {
  draft: Draft;
  onAdopt: () => void;
  onHistory: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const mayAdopt = useMay('plan.adopt');
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => send('DELETE', `/api/plan-drafts/${draft.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['plan-drafts'], exact: true });
      void navigate({ to: '/import', search: { tab: 'plan' } });
    },
    onError: (error) => {
      if (error instanceof ApiError) void message.error(sentence(error.sentence));
    },
  });
  return (
    <PageHead
      title={draft.title ?? draft.fileName}
      crumbs={[{ label: t('shell.pages.import.long'), to: '/import?tab=plan' }]}
      aside={
        <>
          <a href={`/api/files/${draft.fileId}`} download={draft.fileName}>
            {draft.fileName}
          </a>
          <span>{t('plan.measures', { count: draft.measures })}</span>
          {draft.amends && <span>{t('import.review.amends', { ...draft.amends })}</span>}
        </>
      }
      actions={
        <>
          <Button onClick={onHistory}>{t('import.history.open', { count: draft.acts.length })}</Button>
          <Button
            danger
            onClick={() =>
              modal.confirm({
                title: t('import.review.discardAsk'),
                content: t('import.review.discardText'),
                okText: t('import.review.discard'),
                okButtonProps: { danger: true },
                onOk: () => discard.mutateAsync(),
              })
            }
          >
            {t('import.review.discard')}
          </Button>
          {mayAdopt && (
            <Button type="primary" onClick={onAdopt}>
              {t('import.adopt.open')}
            </Button>
          )}
        </>
      }
    />
  );
}
