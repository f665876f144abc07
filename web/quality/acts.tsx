import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Space, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityMark } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';

type Act = 'accepted' | 'overruled' | 'audited' | 'returned';

/** What can be said of marks where they stand: accept or overrule what is not final, audit or return what others reviewed. */
export function Acts({ marks, onDone }: { marks: readonly QualityMark[]; onDone?: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [mayReview, mayAudit] = [useMay('quality.review'), useMay('quality.audit')];
  const [asking, ask] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: (what: Act) => {
      const body = { markIds: marks.map(({ id }) => id), reason: reason.trim() };
      return what === 'accepted' || what === 'overruled'
        ? send('POST', '/api/quality/reviews', { ...body, verdict: what })
        : send('POST', '/api/quality/audits', { ...body, outcome: what });
    },
    onSuccess: async () => {
      ask(null);
      setReason('');
      await client.invalidateQueries({ queryKey: ['quality'] });
      onDone?.();
      void message.success(t('quality.done'));
    },
    onError: (error) => {
      void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error), 8);
    },
  });
  if (marks.length === 0 || marks.some(({ state }) => state === 'told')) return null;
  const open = marks.every(({ audited }) => !audited);
  const reviewed = marks.every(({ review, audited }) => review !== 'open' && !audited);
  const audited = marks.every((mark) => mark.audited);
  const own = marks.some(({ standing }) => standing?.mine);
  const fourEyes = own ? t('quality.fourEyes') : undefined;
  const button = (what: Act, primary = false, refused?: string) => (
    <Tooltip key={what} title={refused}>
      <Button
        size="small"
        type={primary ? 'primary' : 'default'}
        disabled={refused !== undefined}
        onClick={() => ask(what)}
      >
        {t(`quality.acts.${what}`)}
      </Button>
    </Tooltip>
  );
  return (
    <>
      <Space wrap size={8}>
        {mayReview && open && [button('accepted', !reviewed), button('overruled')]}
        {mayAudit && reviewed && [button('audited', true, fourEyes), button('returned', false, fourEyes)]}
        {mayAudit && audited && button('returned', false, fourEyes)}
        {!mayReview && !mayAudit && <span className="quiet">{t('quality.readOnly')}</span>}
      </Space>
      {mayAudit && own && (reviewed || audited) && <p className="quality-four-eyes">{t('quality.fourEyes')}</p>}
      <Modal
        open={asking !== null}
        title={asking && t(`quality.ask.${asking}.title`, { count: marks.length })}
        okText={asking && t(`quality.acts.${asking}`)}
        cancelText={t('shared.cancel')}
        okButtonProps={{ disabled: reason.trim().length < 1, loading: act.isPending }}
        onOk={() => asking && act.mutate(asking)}
        onCancel={() => ask(null)}
      >
        <p>{asking && t(`quality.ask.${asking}.text`)}</p>
        <Input.TextArea
          rows={3}
          maxLength={500}
          showCount
          aria-label={t('quality.reason')}
          placeholder={t('quality.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
