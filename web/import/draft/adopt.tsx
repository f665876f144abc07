import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#app/api';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';

type Props = { draft: Draft; today: string; onClose: () => void };

/** Adopting is a dated act: from when the plan holds, a note, and whether what is still uncertain is accepted. */
export function AdoptDialog({ draft, today, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [day, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [accept, setAccept] = useState(false);
  const left = draft.uncertain - draft.settled;
  const adopt = useMutation({
    mutationFn: () =>
      send<{ year: number; versionNo: number; measures: number }>('POST', `/api/plan-drafts/${draft.id}/adopt`, {
        effectiveOn: day,
        note: note.trim() || undefined,
        acceptUncertain: accept,
      }),
    onSuccess: async ({ year, versionNo, measures }) => {
      client.removeQueries({ queryKey: ['plan-drafts', draft.id] });
      await client.invalidateQueries();
      void message.success(t('import.adopt.done', { year, no: versionNo, measures }));
      void navigate({ to: '/plan', search: { year: String(year) } });
    },
  });
  return (
    <Modal
      open
      title={t('import.adopt.title')}
      okText={t('import.adopt.act')}
      confirmLoading={adopt.isPending}
      okButtonProps={{ disabled: (left > 0 && !accept) || draft.year === null }}
      onOk={() => adopt.mutate()}
      onCancel={onClose}
    >
      <p>
        {draft.amends
          ? t('import.adopt.amends', { ...draft.amends, next: draft.amends.versionNo + 1 })
          : t('import.adopt.first', { year: draft.year ?? '—' })}
      </p>
      <Form layout="vertical" component="div" className="review-adopt">
        <Form.Item label={t('import.adopt.from')}>
          <DatePicker
            aria-label={t('import.adopt.from')}
            allowClear={false}
            value={dayjs(day)}
            onChange={(d) => d && setDay(d.format('YYYY-MM-DD'))}
          />
        </Form.Item>
        <Form.Item label={t('import.adopt.note')}>
          <Input.TextArea
            aria-label={t('import.adopt.note')}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        </Form.Item>
        {left > 0 && (
          <Checkbox checked={accept} onChange={(e) => setAccept(e.target.checked)}>
            {t('import.adopt.accept', { count: left })}
          </Checkbox>
        )}
      </Form>
      {draft.year === null && <Alert type="warning" title={t('import.adopt.noYear')} />}
      {adopt.error && (
        <Alert
          type="error"
          title={adopt.error instanceof ApiError ? sentence(adopt.error.sentence) : t('shared.states.broken')}
        />
      )}
    </Modal>
  );
}
