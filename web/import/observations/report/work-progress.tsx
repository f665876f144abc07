import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Work } from '#app/api';
import { ApiError, send } from '../../../app/api.ts';
import { useSentence } from '../../../app/language.ts';
import { useMay } from '../../../app/queries.ts';
import { isOpen } from '../asked.ts';

/** How far an import is, with a way to stop it; or why it did not come to its end. It runs on when the page is left. */
export function WorkProgress({ work }: { work: Work }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const may = useMay('work.cancel');
  const cancel = useMutation({
    mutationFn: () => send('POST', `/api/work/${work.id}/cancel`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['work'] }),
    onError: (error) =>
      void message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken')),
  });
  if (!isOpen(work))
    return (
      <Alert
        type={work.state === 'cancelled' ? 'info' : 'error'}
        showIcon
        title={work.refusal ? sentence(work.refusal.message) : t(`import.obs.states.${work.state}`)}
        description={
          work.refusal && 'reference' in work.refusal && work.refusal.reference
            ? t('shared.states.reference', { reference: work.refusal.reference })
            : undefined
        }
      />
    );
  const note = work.note ? sentence(work.note) : t(`import.obs.states.${work.state}`);
  const percent = work.total ? Math.min(99, Math.floor((work.done / work.total) * 100)) : 0;
  return (
    <div className="obs-progress" role="status">
      <Progress
        percent={percent}
        status="active"
        showInfo={!!work.total}
        aria-label={sentence(work.title)}
        strokeColor="var(--ink)"
      />
      <span className="quiet">{note}</span>
      {may && (
        <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('import.obs.cancel')}
        </Button>
      )}
    </div>
  );
}
