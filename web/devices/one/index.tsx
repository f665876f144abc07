import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { PageHead } from '../../shared/page.tsx';
import { PageTabs } from '../../shared/page-tabs.tsx';
import { ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { useAgo } from '../ago.ts';
import { HealthSign, healthWash, SimulatedTag } from '../health-sign.tsx';
import { useDeviceName, useKindName, useStreetName } from '../names.ts';
import { deviceQuery } from '../queries.ts';
import { Acts } from './acts.tsx';
import { Now } from './now.tsx';
import '../devices.css';

export type TabProps = { device: DeviceView };

const TABS = {
  now: Now,
  health: lazy(() => import('./health.tsx')),
  channels: lazy(() => import('./channels.tsx')),
  talk: lazy(() => import('./talk.tsx')),
  frames: lazy(() => import('./frames.tsx')),
  log: lazy(() => import('./log.tsx')),
} as const satisfies Record<string, ComponentType<TabProps>>;
type Tab = keyof typeof TABS;

/** One device: how it is and what to do, what it says, what was done at it. */
export function Page() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const [search] = useUrlValues();
  const [name, kind, street] = [useDeviceName(), useKindName(), useStreetName()];
  const { data: device, error, refetch } = useQuery(deviceQuery(id));
  const crumbs = [{ label: t('shell.pages.devices.long'), to: '/devices' }];
  if (error)
    return (
      <>
        <PageHead title={t('devices.one')} crumbs={crumbs} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    );
  if (!device) return <LoadingState rows={12} height={600} />;
  const tab = (search.tab ?? 'now') as Tab;
  const Body = TABS[tab];
  return (
    <>
      <PageHead
        title={name(device)}
        crumbs={crumbs}
        aside={
          <>
            <HealthSign health={device.health?.state ?? 'none'} />
            <SimulatedTag simulated={device.simulated} />
            {kind(device.kind)}
            {device.streetCode && ` · ${street(device.streetCode)}`}
          </>
        }
        actions={<Acts device={device} />}
      />
      <Matter device={device} />
      <PageTabs label={name(device)}>
        {(Object.keys(TABS) as Tab[]).map((key) => (
          <Link
            key={key}
            to="/devices/$id"
            params={{ id }}
            search={key === 'now' ? {} : { tab: key }}
            aria-current={key === tab ? 'page' : undefined}
            activeProps={{}}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          >
            {t(`devices.tabs.${key}`)}
          </Link>
        ))}
      </PageTabs>
      <Suspense fallback={<LoadingState rows={8} />}>
        <Body device={device} />
      </Suspense>
    </>
  );
}

/** What is the matter, since when, and what to do: the first thing that one reads. */
function Matter({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const ago = useAgo();
  const { health } = device;
  if (device.state === 'retired')
    return <p className="device-matter">{t('devices.retiredBecause', { reason: device.stateReason ?? '—' })}</p>;
  if (!health) return <p className="device-matter quiet">{t('devices.notWatched')}</p>;
  return (
    <div
      className="device-matter"
      style={{ background: healthWash(health.state) }}
      role={health.remedy ? 'status' : undefined}
    >
      <p>
        <HealthSign health={health.state} text={false} size={16} /> <b>{sentence(health.words)}</b>{' '}
        <span className="quiet">
          {health.state !== 'online' && `${ago(health.since)} · `}
          {t('devices.lastValues', { ago: ago(health.valuesAt) })}
        </span>
      </p>
      {health.remedy && (
        <p className="device-remedy">
          <b>{t('devices.todo')}</b> {sentence(health.remedy)}
        </p>
      )}
    </div>
  );
}
