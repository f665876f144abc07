import { LoginOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from './api.ts';
import { useSentence } from './language.ts';
import { LateMenu } from './late-menu.tsx';
import { meQuery } from './queries.ts';

const PasswordDialog = lazy(() => import('../login/password-dialog.tsx'));

/** Who is logged in, with the roles held; or the way to the log-in. */
export function UserMenu() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const href = useRouterState({ select: (state) => state.location.href });
  const { data: me } = useQuery(meQuery);
  const [asked, setAsked] = useState(false);
  const account = me?.account;
  if (!me) return null;
  if (!account)
    return (
      <Button type="text" icon={<LoginOutlined />} onClick={() => navigate({ to: '/login', search: { next: href } })}>
        {t('shell.user.login')}
      </Button>
    );
  const logout = async () => {
    await send('POST', '/api/logout');
    queries.clear();
    await navigate({ to: '/login' });
  };
  const roles = account.roles.map((role) => sentence(role.title)).join(t('shared.listComma'));
  const changing = asked || account.mustChangePassword;
  return (
    <>
      <LateMenu
        type="text"
        className="shell-user"
        icon={<UserOutlined />}
        aria-label={t('shell.user.menu', { name: account.name })}
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <>
                  {account.name}
                  <br />
                  <span className="quiet">{roles}</span>
                </>
              ),
            },
            { type: 'divider' },
            { key: 'password', label: t('shell.user.password'), onClick: () => setAsked(true) },
            { key: 'logout', label: t('shell.user.logout'), onClick: () => void logout() },
          ],
        }}
      >
        {account.name}
      </LateMenu>
      {changing && (
        <Suspense>
          <PasswordDialog required={account.mustChangePassword} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
}
