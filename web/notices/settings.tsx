import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NoticeSettings } from '#app/api';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Deputies } from './deputies.tsx';
import { HookForm } from './hook-form.tsx';
import { settingsQuery } from './queries.ts';
import { useAct } from './use-act.ts';

const REACHES = ['off', 'late', 'soon', 'info'] as const;

/** By which ways the person is told, and who stands in. */
export default function Settings() {
  const { data, error, refetch } = useQuery(settingsQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  return (
    <div className="notices-settings">
      <Channels settings={data} />
      <HookForm hook={data.hook.set} />
      <Deputies settings={data} />
    </div>
  );
}

function Channels({ settings: { mail, hook } }: { settings: NoticeSettings }) {
  const { t } = useTranslation();
  const act = useAct();
  const options = REACHES.map((value) => ({ value, label: t(`notices.reach.${value}`) }));
  const prefer = (changed: { mail?: string; hook?: string }) =>
    act.mutate({
      method: 'PUT',
      path: '/api/notices/settings',
      body: { mail: mail.from, hook: hook.from, ...changed },
      done: t('notices.saved'),
    });
  return (
    <Panel title={t('notices.channels.title')}>
      <p className="quiet">{t('notices.channels.text')}</p>
      <dl className="notices-channels">
        <dt>{t('notices.channels.app')}</dt>
        <dd>{t('notices.channels.always')}</dd>
        <dt>{t('notices.channels.mail')}</dt>
        <dd>
          <Select
            aria-label={t('notices.channels.mail')}
            value={mail.from}
            options={options}
            disabled={act.isPending}
            onChange={(value) => prefer({ mail: value })}
          />
          <span className="quiet">
            {!mail.configured
              ? t('notices.channels.noServer')
              : mail.address
                ? t('notices.channels.to', { address: mail.address })
                : t('notices.channels.noAddress')}
          </span>
        </dd>
        <dt>{t('notices.channels.hook')}</dt>
        <dd>
          <Select
            aria-label={t('notices.channels.hook')}
            value={hook.from}
            options={options}
            disabled={act.isPending || !hook.set}
            onChange={(value) => prefer({ hook: value })}
          />
          {!hook.set && <span className="quiet">{t('notices.channels.noHook')}</span>}
        </dd>
      </dl>
    </Panel>
  );
}
