import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { cleanGrants, type Grant, GrantFields } from './grants.tsx';
import { rolesQuery } from './roles.tsx';

type Entered = { login: string; name: string; email?: string; password?: string; grants: Partial<Grant>[] };

/** Makes an account, or changes one: name, e-mail, roles. */
export function AccountDialog({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery).data?.roles ?? [];
  const [form] = Form.useForm<Entered>();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (entered: Entered) => {
    setBusy(true);
    setRefused(null);
    const needsOf = (role: string) => roles.find(({ id }) => id === role)?.needs ?? null;
    const { name, login } = entered;
    const email = entered.email?.trim() || null;
    const grants = cleanGrants(entered.grants ?? [], needsOf);
    try {
      if (account) await send('PATCH', `/api/accounts/${account.id}`, { name, email, grants });
      else await send('POST', '/api/accounts', { login, name, email, grants, password: entered.password || undefined });
      await queries.invalidateQueries({ queryKey: ['accounts'] });
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
      title={account ? t('system.users.editOf', { name: account.name }) : t('system.users.create')}
      okText={t('shared.save')}
      cancelText={t('shared.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          title={refused instanceof ApiError ? sentence(refused.sentence) : t('shared.states.broken')}
        />
      )}
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={
          account
            ? { ...account, email: account.email ?? '', grants: account.grants }
            : { grants: [{}] as Partial<Grant>[] }
        }
      >
        {!account && (
          <Form.Item
            name="login"
            label={t('system.users.login')}
            rules={[{ required: true, message: t('system.users.needed') }]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t('system.users.name')}
          rules={[{ required: true, message: t('system.users.needed') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('system.users.email')}
          rules={[{ type: 'email', message: t('system.users.emailWrong') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        {!account && (
          <Form.Item
            name="password"
            label={t('system.users.password')}
            extra={t('system.users.passwordText')}
            rules={[{ min: 10, message: t('shell.password.rule') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        )}
        <GrantFields />
      </Form>
    </Modal>
  );
}
