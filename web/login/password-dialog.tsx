import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { NewPassword } from './new-password.tsx';

type Entered = { current: string; next: string };

type Props = { required: boolean; onClose: () => void };

/** Changing one's own password; `required` when the one held was given by an administrator. */
export default function PasswordDialog(props: Props) {
  return (
    <App component={false}>
      <Dialog {...props} />
    </App>
  );
}

function Dialog({ required, onClose }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Entered>();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = async ({ current, next }: Entered) => {
    setBusy(true);
    try {
      await send('POST', '/api/password', { current, password: next });
      await queries.invalidateQueries({ queryKey: ['me'] });
      message.success(t('shell.password.changed'));
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
      title={t('shell.user.password')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      closable={!required}
      keyboard={!required}
      mask={{ closable: false }}
      cancelButtonProps={{ style: required ? { display: 'none' } : undefined }}
    >
      {required && <p className="quiet">{t('shell.password.required')}</p>}
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          title={refused instanceof ApiError ? sentence(refused.sentence) : t('shared.states.broken')}
        />
      )}
      <Form<Entered> form={form} layout="vertical" requiredMark={false} onFinish={change}>
        <Form.Item
          name="current"
          label={t('shell.password.current')}
          rules={[{ required: true, message: t('shell.password.needed') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <NewPassword name="next" />
      </Form>
    </Modal>
  );
}
