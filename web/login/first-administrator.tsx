import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { meQuery } from '../app/queries.ts';
import { usePageTitle } from '../shared/page.tsx';
import { EmptyState, LoadingState } from '../shared/states.tsx';
import './login.css';
import { NewPassword } from './new-password.tsx';

type Entered = { name: string; login: string; password: string };

/** A fresh installation: whoever set it up makes the first account. */
export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  usePageTitle(t('shell.first.title'));
  if (!me) return <LoadingState rows={4} />;
  if (!me.needsFirstAdministrator && !busy)
    return (
      <EmptyState title={t('shell.first.already')} text={t('shell.first.alreadyText')}>
        <Link to="/login">{t('shell.user.login')}</Link>
      </EmptyState>
    );

  const create = async ({ name, login, password }: Entered) => {
    setBusy(true);
    setRefused(null);
    try {
      await send('POST', '/api/first-administrator', { name, login, password });
      const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate({ to: now.account ? '/' : '/login', replace: true });
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="login">
      <h1>{t('shell.first.title')}</h1>
      <p className="quiet">{t('shell.first.text')}</p>
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          title={refused instanceof ApiError ? sentence(refused.sentence) : t('shared.states.broken')}
        />
      )}
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={create}>
        <Form.Item
          name="name"
          label={t('shell.first.name')}
          rules={[{ required: true, message: t('shell.first.nameNeeded') }]}
        >
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('shell.login.login')}
          rules={[{ required: true, message: t('shell.login.loginNeeded') }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <NewPassword />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('shell.first.create')}
        </Button>
      </Form>
    </div>
  );
}
