import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Divider, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { meQuery } from '../app/queries.ts';
import { usePageTitle } from '../shared/page.tsx';
import { LoadingState } from '../shared/states.tsx';
import './login.css';

type Entered = { login: string; password: string };

/** only an address of our own may follow the log-in */
const ownAddress = (next: string | undefined) => (next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/');

export function Page() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { next } = useSearch({ strict: false }) as { next?: string };
  const { data: me } = useQuery(meQuery);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  usePageTitle(t('shell.login.title'));
  if (!me) return <LoadingState rows={4} />;

  const enter = async (entered: Entered) => {
    setBusy(entered.login);
    setRefused(null);
    try {
      await send('POST', '/api/login', entered);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'district' });
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate({ href: ownAddress(next), replace: true });
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(null);
    }
  };

  return (
    <div className="login">
      <h1>{t('shell.login.title')}</h1>
      <p className="quiet">{t('shell.login.text')}</p>
      {refused !== null && (
        <Alert
          type="error"
          showIcon
          title={refused instanceof ApiError ? sentence(refused.sentence) : t('shared.states.broken')}
        />
      )}
      <Form<Entered> layout="vertical" requiredMark={false} onFinish={enter}>
        <Form.Item
          name="login"
          label={t('shell.login.login')}
          rules={[{ required: true, message: t('shell.login.loginNeeded') }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('shell.login.password')}
          rules={[{ required: true, message: t('shell.login.passwordNeeded') }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy !== null}>
          {t('shell.login.enter')}
        </Button>
      </Form>
      {me.oidc && (
        <Button block size="large" href={me.oidc.href}>
          {me.oidc.title}
        </Button>
      )}
      {me.demoAccounts.length > 0 && (
        <section aria-label={t('shell.login.demo')}>
          <Divider plain>{t('shell.login.demo')}</Divider>
          <p className="quiet">{t('shell.login.demoText')}</p>
          <div className="login-demo">
            {me.demoAccounts.map((account) => (
              <Button
                key={account.login}
                disabled={busy !== null}
                onClick={() => void enter({ login: account.login, password: account.password })}
              >
                <strong>{sentence(account.role)}</strong>
                <span>{account.name}</span>
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
