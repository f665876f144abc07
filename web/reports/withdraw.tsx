import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

/** Asks why a report is taken back; it stays readable with the reason. */
export default function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => send('POST', `/api/measure-reports/${id}/withdraw`, { reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('reports.withdraw.ask')}
      okText={t('reports.withdraw.act')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={withdraw.isPending}
      onOk={() => withdraw.mutate()}
      onCancel={onClose}
    >
      <p>{t('reports.withdraw.text')}</p>
      <Input.TextArea
        autoFocus
        aria-label={t('reports.withdraw.reason')}
        placeholder={t('reports.withdraw.reason')}
        maxLength={500}
        autoSize={{ minRows: 2 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {withdraw.error && (
        <p className="report-refused" role="alert">
          {withdraw.error instanceof ApiError ? sentence(withdraw.error.sentence) : t('shared.states.broken')}
        </p>
      )}
    </Modal>
  );
}
