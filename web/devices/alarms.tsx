import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HealthAlarm } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlState } from '../shared/use-url-state.ts';
import { Acknowledge } from './acknowledge.tsx';
import { useDeviceName } from './names.ts';
import { alarmsQuery } from './queries.ts';
import '../shared/data-table.css';

/** Every alarm that there was: when, of what, who took it on, when it was over. */
export default function Alarms() {
  const { t } = useTranslation();
  const [open, setOpen] = useUrlState('open');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    alarmsQuery(open === 'yes'),
  );
  const alarms = data?.pages.flatMap((page) => page.alarms) ?? [];
  return (
    <Panel
      flush
      title={t('devices.views.alarms')}
      aside={
        <Segmented
          size="small"
          aria-label={t('devices.alarm.which')}
          value={open ?? 'all'}
          options={['all', 'yes'].map((value) => ({ value, label: t(`devices.alarm.show.${value}`) }))}
          onChange={(value) => setOpen(value === 'all' ? undefined : String(value))}
        />
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : alarms.length === 0 ? (
        <EmptyState compact title={t('devices.alarm.none')} text={t('devices.alarm.noneText')} />
      ) : (
        <AlarmTable alarms={alarms} />
      )}
      {hasNextPage && (
        <p className="device-acts">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('devices.alarm.older')}
          </Button>
        </p>
      )}
    </Panel>
  );
}

const MOST_NAMED = 3;

export function AlarmTable({ alarms }: { alarms: HealthAlarm[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const name = useDeviceName();
  return (
    <table className="data-table">
      <caption className="unseen">{t('devices.views.alarms')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('devices.alarm.words')}</th>
          <th scope="col">{t('devices.alarm.devices')}</th>
          <th scope="col">{t('devices.alarm.opened')}</th>
          <th scope="col">{t('devices.alarm.closed')}</th>
          <th scope="col">{t('devices.alarm.by')}</th>
        </tr>
      </thead>
      <tbody>
        {alarms.map((alarm) => (
          <tr key={alarm.id}>
            <th scope="row">
              <span className="quiet">{t(`devices.alarm.kinds.${alarm.kind}`)}</span> {sentence(alarm.words)}
            </th>
            <td data-label={t('devices.alarm.devices')}>
              {alarm.devices.slice(0, MOST_NAMED).map((device) => (
                <div key={device.id}>
                  <Link to="/devices/$id" params={{ id: String(device.id) }}>
                    {name(device)}
                  </Link>
                </div>
              ))}
              {alarm.devices.length > MOST_NAMED && (
                <span className="quiet">{t('devices.more', { count: alarm.devices.length - MOST_NAMED })}</span>
              )}
            </td>
            <td data-label={t('devices.alarm.opened')}>{time(alarm.openedAt)}</td>
            <td data-label={t('devices.alarm.closed')}>
              {alarm.closedAt ? time(alarm.closedAt) : <b>{t('devices.alarm.open')}</b>}
            </td>
            <td data-label={t('devices.alarm.by')}>
              {alarm.closedAt && !alarm.acknowledged ? '—' : <Acknowledge alarm={alarm} compact />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
