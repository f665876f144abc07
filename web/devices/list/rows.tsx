import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { useWide } from '../../shared/use-wide.ts';
import { useAgo } from '../ago.ts';
import { HealthSign, SimulatedTag } from '../health-sign.tsx';
import { useDeviceName, useKindName, useModelName, useStreetName } from '../names.ts';

/** Columns that can be sorted by, with the text above them. */
const COLUMNS = [
  { key: 'health', text: 'devices.status' },
  { key: 'name', text: 'devices.name' },
  { key: 'kind', text: 'devices.kind' },
  { key: 'street', text: 'devices.street' },
  { key: null, text: 'devices.model' },
  { key: 'values', text: 'devices.valuesAt' },
] as const;

/** Devices in a list that draws only what is in view. */
export function Rows({ devices, onEnd }: { devices: DeviceRow[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const at = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: devices.length,
    getScrollElement: () => at.current,
    estimateSize: () => (wide ? 44 : 84),
    overscan: 10,
    getItemKey: (index) => devices[index]!.id,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= devices.length - 20) onEnd();
  }, [last, devices.length, onEnd]);
  return (
    <div className="device-list panel">
      <Heads />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section ref={at} className="device-rows" tabIndex={0} aria-label={t('devices.views.list')}>
        <ol style={{ height: rows.getTotalSize() }}>
          {shown.map(({ key, index, start }) => (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={-1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row device={devices[index]!} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Heads() {
  const { t } = useTranslation();
  const [search, set] = useUrlValues();
  const sort = search.sort ?? 'health';
  return (
    <div className="device-row device-heads">
      {COLUMNS.map(({ key, text }) =>
        key === null ? (
          <span key={text}>{t(text)}</span>
        ) : (
          <button
            type="button"
            key={text}
            aria-pressed={sort === key}
            onClick={() =>
              set({
                sort: key === 'health' ? undefined : key,
                dir: sort === key && search.dir !== 'desc' ? 'desc' : undefined,
              })
            }
          >
            {t(text)} {sort === key && (search.dir === 'desc' ? '↓' : '↑')}
          </button>
        ),
      )}
    </div>
  );
}

function Row({ device }: { device: DeviceRow }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const ago = useAgo();
  const [name, kind, street, model] = [useDeviceName(), useKindName(), useStreetName(), useModelName()];
  const { health } = device;
  return (
    <Link to="/devices/$id" params={{ id: String(device.id) }} className="device-row">
      <span className="condition">
        <HealthSign health={health?.state ?? 'none'} />
        {health && health.state !== 'online' && <small title={sentence(health.words)}>{sentence(health.words)}</small>}
        {device.state === 'retired' && <small>{t('devices.states.retired')}</small>}
      </span>
      <span className="name">
        <b>{name(device)}</b> <SimulatedTag simulated={device.simulated} />
        <small>{device.code}</small>
      </span>
      <span>{kind(device.kind)}</span>
      <span>{street(device.streetCode)}</span>
      <span className="model">{model(device.modelId)}</span>
      <span className="age">{ago(health?.valuesAt ?? null)}</span>
    </Link>
  );
}
