import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bulletin } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';

type Call = { method: 'POST' | 'DELETE'; path: string; body?: object };
type Asking = 'issue' | 'delete' | 'correct' | null;

/** What can be done with a bulletin where it stands; each act that cannot be taken back asks first. */
export function Acts({ bulletin }: { bulletin: Bulletin }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [mayDraft, mayIssue] = [useMay('bulletin.draft'), useMay('bulletin.issue')];
  const [asking, ask] = useState<Asking>(null);
  const [reason, setReason] = useState('');
  const own = `/api/bulletins/${bulletin.id}`;
  const month = bulletin.period.from.slice(0, 7);
  const act = useMutation({
    mutationFn: ({ method, path, body }: Call) => send<Bulletin | undefined>(method, path, body),
    onSuccess: async (made) => {
      ask(null);
      if (!made) await navigate({ to: '/bulletins' });
      else if (made.id !== bulletin.id) await navigate({ to: '/bulletins/$id', params: { id: made.id } });
      await client.invalidateQueries({ queryKey: ['bulletins'] });
      await client.invalidateQueries({ queryKey: ['bulletin'] });
      message.success(t('bulletins.done'));
    },
    onError: (error) => {
      ask(null);
      void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error), 8);
    },
  });
  const calls: Record<NonNullable<Asking>, Call> = {
    issue: { method: 'POST', path: `${own}/issue`, body: {} },
    delete: { method: 'DELETE', path: own },
    correct: { method: 'POST', path: `${own}/correct`, body: { reason } },
  };
  return (
    <Space wrap>
      {(['docx', 'pdf'] as const).map((ending) => (
        <Button key={ending} href={`${own}/bulletin.${ending}`} download>
          {t(`bulletins.download.${ending}`)}
        </Button>
      ))}
      {bulletin.state === 'draft' && mayDraft && (
        <>
          <Button danger onClick={() => ask('delete')}>
            {t('bulletins.delete')}
          </Button>
          <Button
            loading={act.isPending && asking === null}
            onClick={() => act.mutate({ method: 'POST', path: '/api/bulletins', body: { kind: bulletin.kind, month } })}
          >
            {t('bulletins.remake')}
          </Button>
        </>
      )}
      {bulletin.state === 'draft' && mayIssue && (
        <Button type="primary" onClick={() => ask('issue')}>
          {t('bulletins.issue')}
        </Button>
      )}
      {bulletin.state === 'issued' && mayIssue && (
        <Button onClick={() => ask('correct')}>{t('bulletins.correct')}</Button>
      )}
      <Modal
        open={asking !== null}
        title={asking && t(`bulletins.ask.${asking}.title`)}
        okText={asking && t(`bulletins.ask.${asking}.ok`)}
        cancelText={t('shared.cancel')}
        okButtonProps={{
          danger: asking === 'delete',
          disabled: asking === 'correct' && reason.trim().length < 2,
          loading: act.isPending,
        }}
        onOk={() => asking && act.mutate(calls[asking])}
        onCancel={() => ask(null)}
      >
        <p>{asking && t(`bulletins.ask.${asking}.text`, { title: bulletin.title })}</p>
        {asking === 'correct' && (
          <Input.TextArea
            rows={3}
            aria-label={t('bulletins.reason')}
            placeholder={t('bulletins.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Modal>
    </Space>
  );
}
