import { EllipsisOutlined, PlusOutlined } from '@ant-design/icons';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#app/api';
import { ApiError, get, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { AccountDialog } from './account-dialog.tsx';
import { useGrantText } from './grants.tsx';
import { ResetPassword } from './reset-password.tsx';
import '../shared/data-table.css';

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await get<{ accounts: Account[] }>('/api/accounts', {}, signal)).accounts,
});

type Open = { what: 'create' } | { what: 'edit' | 'reset'; account: Account };

/** The accounts: who may log in, as what; making, changing, disabling them. */
export default function Users() {
  const { t } = useTranslation();
  const [q, setQ] = useUrlState('q', '');
  const [open, setOpen] = useState<Open | null>(null);
  const mayEdit = useMay('accounts.edit');
  const { data, error, refetch } = useQuery(accountsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={10} />;
  const wanted = q.toLowerCase();
  const found = data.filter((a) => [a.login, a.name, a.email ?? ''].some((s) => s.toLowerCase().includes(wanted)));
  const close = () => setOpen(null);
  return (
    <Panel flush title={t('system.users.count', { count: data.length })}>
      <div className="system-filter">
        <Input.Search
          allowClear
          defaultValue={q}
          placeholder={t('system.users.search')}
          aria-label={t('system.users.search')}
          onChange={(event) => setQ(event.target.value || undefined)}
        />
        {mayEdit && (
          <Button type="primary" className="end" icon={<PlusOutlined />} onClick={() => setOpen({ what: 'create' })}>
            {t('system.users.create')}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState compact title={t('system.users.none')} />
      ) : (
        <table className="data-table">
          <caption className="unseen">{t('system.tabs.users')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.users.name')}</th>
              <th scope="col">{t('system.users.login')}</th>
              <th scope="col">{t('system.users.grants')}</th>
              <th scope="col">{t('system.users.seen')}</th>
              <th scope="col">
                <span className="unseen">{t('system.users.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((account) => (
              <Row key={account.id} account={account} mayEdit={mayEdit} onOpen={setOpen} />
            ))}
          </tbody>
        </table>
      )}
      {open?.what === 'reset' && <ResetPassword account={open.account} onClose={close} />}
      {(open?.what === 'create' || open?.what === 'edit') && (
        <AccountDialog account={open.what === 'edit' ? open.account : null} onClose={close} />
      )}
    </Panel>
  );
}

function Row({ account, mayEdit, onOpen }: { account: Account; mayEdit: boolean; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const grantText = useGrantText();
  return (
    <tr>
      <th scope="row">
        {account.name} {account.disabled && <Tag>{t('system.users.disabled')}</Tag>}
        {account.demo && <Tag>{t('system.users.demo')}</Tag>}
      </th>
      <td data-label={t('system.users.login')}>
        {account.login}
        {account.email && <div className="quiet">{account.email}</div>}
      </td>
      <td data-label={t('system.users.grants')}>
        {account.grants.length ? account.grants.map(grantText).join(t('shared.listComma')) : '—'}
      </td>
      <td data-label={t('system.users.seen')}>
        {account.lastSeenAt ? time(account.lastSeenAt) : t('system.users.never')}
      </td>
      <td className="acts">{mayEdit && <Acts account={account} onOpen={onOpen} />}</td>
    </tr>
  );
}

function Acts({ account, onOpen }: { account: Account; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const change = async (body: { disabled?: boolean; endSessions?: boolean }) => {
    try {
      await send('PATCH', `/api/accounts/${account.id}`, body);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      message.success(t('system.users.done'));
    } catch (error) {
      message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    }
  };
  const ask = (title: string, content: string, body: { disabled?: boolean; endSessions?: boolean }) =>
    modal.confirm({
      title,
      content,
      okText: t('system.users.confirm'),
      cancelText: t('shared.cancel'),
      onOk: () => change(body),
    });
  const { name } = account;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'edit', label: t('system.users.edit'), onClick: () => onOpen({ what: 'edit', account }) },
          { key: 'reset', label: t('system.users.reset'), onClick: () => onOpen({ what: 'reset', account }) },
          {
            key: 'sessions',
            label: t('system.users.endSessions'),
            onClick: () =>
              ask(t('system.users.endSessions'), t('system.users.endSessionsText', { name }), { endSessions: true }),
          },
          account.disabled
            ? { key: 'enable', label: t('system.users.enable'), onClick: () => void change({ disabled: false }) }
            : {
                key: 'disable',
                danger: true,
                label: t('system.users.disable'),
                onClick: () =>
                  ask(t('system.users.disable'), t('system.users.disableText', { name }), { disabled: true }),
              },
        ],
      }}
    >
      <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('system.users.actsOf', { name })} />
    </Dropdown>
  );
}
