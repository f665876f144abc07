import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceLogEntry } from '#app/api';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useQuantityName } from '../names.ts';
import { logQuery } from '../queries.ts';
import { useAct } from '../use-act.ts';
import type { TabProps } from './index.tsx';

const LogDialog = lazy(() => import('./log-dialog.tsx'));

/** What was done at it: visits, repairs, calibrations with photos; and when it was taken in and out of service. */
export default function Log({ device }: TabProps) {
  const { t } = useTranslation();
  const may = useMay('devices.edit');
  const [adding, add] = useState(false);
  const { data, error, refetch } = useQuery(logQuery(device.id));
  return (
    <div className="device-columns">
      <Panel
        flush
        title={t('devices.log.title')}
        className="device-main"
        aside={
          may && (
            <Button type="primary" size="small" icon={<PlusOutlined />} onClick={() => add(true)}>
              {t('devices.log.add')}
            </Button>
          )
        }
      >
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} compact />
        ) : !data ? (
          <LoadingState rows={4} />
        ) : data.length === 0 ? (
          <EmptyState compact title={t('devices.log.none')} text={t('devices.log.noneText')} />
        ) : (
          <ol className="device-frames">
            {data.map((entry) => (
              <Entry key={entry.id} deviceId={device.id} entry={entry} may={may} />
            ))}
          </ol>
        )}
        <Suspense>{adding && <LogDialog device={device} onClose={() => add(false)} />}</Suspense>
      </Panel>
      <Changes device={device} />
    </div>
  );
}

function Entry({ deviceId, entry, may }: { deviceId: number; entry: DeviceLogEntry; may: boolean }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const quantity = useQuantityName();
  const mayFile = useMay('files.read');
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct({ onDone: () => ask(false) });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const out = entry.validUntil !== null && entry.validUntil < today;
  return (
    <li className={entry.withdrawn ? 'withdrawn' : undefined}>
      <p>
        <b>{t(`devices.log.kinds.${entry.kind}`)}</b> {date(entry.doneOn)} · {entry.doneBy}
      </p>
      {entry.kind === 'calibration' && (
        <p>
          {entry.pollutant ? quantity(entry.pollutant) : t('devices.log.whole')} ·{' '}
          {t(`devices.log.results.${entry.result}`)} · {entry.standard} ·{' '}
          <span className={out ? 'device-stale' : undefined}>
            {t(out ? 'devices.log.ranOut' : 'devices.log.valid', { date: date(entry.validUntil) })}
          </span>
        </p>
      )}
      <p>{entry.words}</p>
      {entry.files.length > 0 && mayFile && (
        <p className="device-photos">
          {entry.files.map((file) =>
            file.mediaType.startsWith('image/') ? (
              <a key={file.id} href={`/api/files/${file.id}`} download={file.name} title={file.name}>
                <Photo id={file.id} name={file.name} />
              </a>
            ) : (
              <a key={file.id} href={`/api/files/${file.id}`} download={file.name}>
                {file.name}
              </a>
            ),
          )}
        </p>
      )}
      {entry.withdrawn ? (
        <p className="quiet">
          {t('devices.log.withdrawn', { by: entry.withdrawn.by, reason: entry.withdrawn.reason })}
        </p>
      ) : (
        may && (
          <Button type="link" size="small" onClick={() => ask(true)}>
            {t('devices.log.withdraw')}
          </Button>
        )
      )}
      <Modal
        open={asking}
        title={t('devices.log.withdraw')}
        okText={t('devices.log.withdraw')}
        cancelText={t('shared.cancel')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: act.isPending }}
        onOk={() =>
          act.mutate({ method: 'POST', path: `/api/devices/${deviceId}/log/${entry.id}/withdraw`, body: { reason } })
        }
        onCancel={() => ask(false)}
      >
        <Input
          maxLength={500}
          aria-label={t('devices.reason')}
          placeholder={t('devices.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </li>
  );
}

/** A kept photo. It leaves the house only as a download, so that the page itself makes a picture of its bytes. */
function Photo({ id, name }: { id: string; name: string }) {
  const { data } = useQuery({
    queryKey: ['files', id, 'picture'],
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/files/${id}`, { signal, credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: 'image/jpeg' }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ? <img src={data} alt={name} /> : <span>{name}</span>;
}

/** When it was admitted, in maintenance, retired, and why. */
function Changes({ device }: TabProps) {
  const { t } = useTranslation();
  const { time } = useFormat();
  return (
    <Panel title={t('devices.log.changes')} className="device-side">
      {device.windows.length > 0 && (
        <>
          <h3>{t('devices.log.windows')}</h3>
          <ul className="device-tasks">
            {device.windows.map((window) => (
              <li key={window.id}>
                {time(window.begins)} – {window.ends ? time(window.ends) : t('devices.log.openEnd')}
                <div>
                  {window.reason} <span className="quiet">{window.by}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('devices.state')}</h3>
      {device.changes.length === 0 ? (
        <p className="quiet">—</p>
      ) : (
        <ul className="device-tasks">
          {device.changes.map((change) => (
            <li key={`${change.at} ${change.to}`}>
              {time(change.at)} <b>{t(`devices.states.${change.to}`)}</b>
              <div className="quiet">
                {[change.reason, change.by === 'system' ? t('devices.talk.system') : change.by]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
