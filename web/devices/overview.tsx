import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HealthOverview } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useAgo } from './ago.ts';
import { Counts } from './counts.tsx';
import { useDeviceName, useQuantityName } from './names.ts';
import { Outages } from './outages.tsx';
import { overdueQuery, overviewQuery } from './queries.ts';
import { Wrong } from './wrong.tsx';

/** a look is made each minute; older than this, nobody looks any more */
const STALE_MINUTES = 5;

/** What the operator has to know now: outages, what is wrong and what to do, what waits for a person. */
export function Overview() {
  const { t } = useTranslation();
  const ago = useAgo();
  const { data, error, refetch } = useQuery(overviewQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={10} height={480} />;
  const total = data.counts.reduce((sum, { n }) => sum + n, 0);
  if (total === 0 && data.probation === 0)
    return (
      <EmptyState title={t('devices.overview.none')} text={t('devices.overview.noneText')}>
        <Link to="/devices" search={{ view: 'list' }}>
          {t('devices.overview.toRegister')}
        </Link>
      </EmptyState>
    );
  const stale = !data.lookedAt || Date.now() - Date.parse(data.lookedAt) > STALE_MINUTES * 60_000;
  return (
    <div className="device-overview">
      <Counts counts={data.counts} />
      <p className={stale ? 'device-stale' : 'quiet'} role={stale ? 'alert' : undefined}>
        {!data.lookedAt
          ? t('devices.overview.notLooked')
          : stale
            ? t('devices.overview.stale', { ago: ago(data.lookedAt) })
            : t('devices.overview.looked', { ago: ago(data.lookedAt) })}
      </p>
      <Outages outages={data.outages} />
      <div className="device-columns">
        <Wrong wrong={data.wrong} />
        <div className="device-side">
          <Tasks data={data} />
          {data.overdue > 0 && <Overdue />}
        </div>
      </div>
    </div>
  );
}

/** What waits for a person. */
function Tasks({ data }: { data: HealthOverview }) {
  const { t } = useTranslation();
  const tasks = [
    { key: 'probation', n: data.probation, view: 'waiting' },
    { key: 'unmapped', n: data.unmapped.factors, view: 'factors' },
  ] as const;
  return (
    <Panel title={t('devices.overview.waits')}>
      <ul className="device-tasks">
        {tasks.map(({ key, n, view }) => (
          <li key={key}>
            {n === 0 ? (
              <span className="quiet">✓ {t(`devices.overview.${key}None`)}</span>
            ) : (
              <Link to="/devices" search={{ view }}>
                {t(`devices.overview.${key}`, { count: n, devices: data.unmapped.devices })}
              </Link>
            )}
          </li>
        ))}
        {data.overdue === 0 && (
          <li>
            <span className="quiet">✓ {t('devices.overview.overdueNone')}</span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

const SHOWN = 8;

/** Calibrations that have run out, the oldest first. */
function Overdue() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [name, quantity] = [useDeviceName(), useQuantityName()];
  const { data } = useQuery(overdueQuery);
  if (!data) return <LoadingState rows={3} />;
  return (
    <Panel title={t('devices.overview.overdue', { count: data.length })}>
      <ul className="device-tasks">
        {data.slice(0, SHOWN).map((one) => (
          <li key={`${one.deviceId} ${one.pollutant}`}>
            <Link to="/devices/$id" params={{ id: String(one.deviceId) }} search={{ tab: 'log' }}>
              {name(one)}
            </Link>{' '}
            {one.pollutant && quantity(one.pollutant)}{' '}
            <span className="quiet">
              {one.result === 'failed'
                ? t('devices.overview.failed', { date: date(one.doneOn) })
                : t('devices.overview.ranOut', { date: date(one.validUntil) })}
            </span>
          </li>
        ))}
        {data.length > SHOWN && <li className="quiet">{t('devices.more', { count: data.length - SHOWN })}</li>}
      </ul>
    </Panel>
  );
}
