import { queryOptions, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthReport } from '#app/api';
import { get } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import '../shared/data-table.css';

const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => get<HealthReport>('/api/health', {}, signal),
  staleTime: 5_000,
  refetchInterval: 15_000,
});

/** How the system is: what needs attention, the database, the disk, the background tasks. */
export default function Health() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number, time } = useFormat();
  const { data, error, refetch } = useQuery(healthQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={10} />;
  const { database, disk, jobs, devices } = data;
  const size = (bytes: number) => {
    const step = bytes >= 2 ** 30 ? 30 : 20;
    return `${number(bytes / 2 ** step, { digits: step === 30 ? 1 : 0 })} ${step === 30 ? 'GB' : 'MB'}`;
  };
  return (
    <div className="health">
      <div className="wide">
        {data.notes.length === 0 ? (
          <Alert type="success" showIcon title={t('system.health.good')} />
        ) : (
          data.notes.map((note) => <Alert key={note.en} type="warning" showIcon title={sentence(note)} />)
        )}
      </div>
      <Facts
        title={t('system.health.program')}
        facts={{
          version: data.version,
          node: data.node,
          startedAt: time(data.startedAt, true),
          memory: size(data.memoryBytes),
          ...(disk && { disk: t('system.health.free', { free: size(disk.freeBytes), total: size(disk.totalBytes) }) }),
        }}
      />
      <Facts
        title={t('system.health.database')}
        facts={{
          version: database.version,
          kind: t(database.embedded ? 'system.health.embedded' : 'system.health.external'),
          size: size(database.sizeBytes),
          connections: `${number(database.connections)} / ${number(database.maxConnections)}`,
          roles: t(database.roleSeparated ? 'system.health.separated' : 'system.health.notSeparated'),
          auditRows: number(database.auditRows),
        }}
      />
      <Facts
        title={t('system.health.jobs')}
        facts={{
          waiting: number(jobs.waiting),
          oldest:
            jobs.oldestWaitingSeconds === null
              ? '—'
              : t('system.health.seconds', { count: Math.round(jobs.oldestWaitingSeconds) }),
          failed: number(jobs.failed),
          runningWorks: number(jobs.runningWorks),
        }}
      />
      {devices && <Devices devices={devices} />}
      <Undelivered rows={data.undelivered} />
      <Tasks tasks={jobs.tasks} />
    </div>
  );
}

function Facts({ title, facts }: { title: string; facts: Record<string, ReactNode> }) {
  const { t } = useTranslation();
  return (
    <Panel title={title}>
      <dl>
        {Object.entries(facts).map(([key, value]) => (
          <Fragment key={key}>
            <dt>{t(`system.health.facts.${key}`)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}

/** what devices are connected to, and what came of their frames since the start */
function Devices({ devices }: { devices: NonNullable<HealthReport['devices']> }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const refusals = devices.refusals.map(
    ({ reason, count }) => `${t(`system.health.refusals.${reason}`, reason)} ${number(count)}`,
  );
  const sum = (of: 'frames' | 'acknowledged' | 'kept') =>
    number(devices.protocols.reduce((total, one) => total + one[of], 0));
  return (
    <>
      <Facts
        title={t('system.health.devices')}
        facts={{
          frames: sum('frames'),
          acknowledged: sum('acknowledged'),
          kept: sum('kept'),
          queue: number(devices.waiting),
          exchanges: number(devices.exchanges),
          unanswered: refusals.length > 0 ? refusals.join('、') : '—',
        }}
      />
      <Panel flush className="two-wide" title={t('system.health.listeners')}>
        <table className="data-table">
          <caption className="unseen">{t('system.health.listeners')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.health.listener')}</th>
              <th scope="col">{t('system.health.port')}</th>
              <th scope="col">{t('system.health.open')}</th>
              <th scope="col">{t('system.health.turnedAway')}</th>
              <th scope="col">{t('system.health.slowed')}</th>
            </tr>
          </thead>
          <tbody>
            {devices.listeners.map((one) => (
              <tr key={one.name}>
                <th scope="row">{t(`system.health.listenerNames.${one.name}`, one.name)}</th>
                <td data-label={t('system.health.port')}>{one.port}</td>
                <td data-label={t('system.health.open')}>{number(one.open)}</td>
                <td data-label={t('system.health.turnedAway')}>{number(one.refused)}</td>
                <td data-label={t('system.health.slowed')}>{number(one.slowed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}

/** notices that mail or web hook did not bring */
function Undelivered({ rows }: { rows: HealthReport['undelivered'] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (!rows.length) return null;
  const columns = ['channel', 'failed', 'uncertain', 'last'] as const;
  const label = (column: (typeof columns)[number]) => t(`system.health.undelivered.${column}`);
  return (
    <Panel flush className="wide" title={t('system.health.undelivered.title')}>
      <table className="data-table">
        <caption className="unseen">{t('system.health.undelivered.title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{t(`system.health.undelivered.channels.${row.channel}`)}</th>
              <td data-label={label('failed')}>{number(row.failed)}</td>
              <td data-label={label('uncertain')}>{number(row.uncertain)}</td>
              <td data-label={label('last')}>{row.lastFailure ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** each background task's last run */
function Tasks({ tasks }: { tasks: HealthReport['jobs']['tasks'] }) {
  const { t } = useTranslation();
  const { time, number } = useFormat();
  if (!tasks.length) return null;
  return (
    <Panel flush className="wide" title={t('system.health.lastRuns')}>
      <table className="data-table">
        <caption className="unseen">{t('system.health.lastRuns')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('system.health.task')}</th>
            <th scope="col">{t('system.health.finished')}</th>
            <th scope="col">{t('system.health.took')}</th>
            <th scope="col">{t('system.health.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.task}>
              <th scope="row">{t(`system.health.tasks.${task.task.replaceAll('.', '_')}`, task.task)}</th>
              <td data-label={t('system.health.finished')}>{time(task.finishedAt, true)}</td>
              <td data-label={t('system.health.took')}>
                {number((Date.parse(task.finishedAt) - Date.parse(task.startedAt)) / 1000, { digits: 1 })} s
              </td>
              <td data-label={t('system.health.outcome')}>
                {task.failure ? (
                  <span className="system-refusal">{task.failure}</span>
                ) : (
                  <span className="system-state done">{t('system.health.fine')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
