import { Alert, App, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { NewPassword } from '../login/new-password.tsx';

/** Gives an account a new password, which its holder has to replace at the next log-in. */
export function ResetPassword({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const reset = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      await send('PATCH', `/api/accounts/${account.id}`, { password, endSessions: true });
      message.success(t('system.users.done'));
      onClose();
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('system.users.resetOf', { name: account.name })}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="quiet">{t('system.users.resetText')}</p>
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          title={refused instanceof ApiError ? sentence(refused.sentence) : t('shared.states.broken')}
        />
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={reset}>
        <NewPassword />
      </Form>
    </Modal>
  );
}
