import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthOverview } from '#app/api';
import { useSentence } from '../app/language.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState } from '../shared/states.tsx';
import { Acknowledge } from './acknowledge.tsx';
import { useAgo } from './ago.ts';
import { HealthSign, SimulatedTag } from './health-sign.tsx';
import { useDeviceName, useKindName, useStreetName } from './names.ts';

type WrongDevice = HealthOverview['wrong'][number];
/** devices of one cause that are shown before one asks for all */
const FIRST = 5;

/** Devices that are not well, by what is the matter: what to do stands once for all of a cause. */
export function Wrong({ wrong }: { wrong: WrongDevice[] }) {
  const { t } = useTranslation();
  const causes = new Map<string, WrongDevice[]>();
  for (const device of wrong) {
    const { cause, remedy } = device.health!;
    // a clock that cannot be set from here is another matter than one that can
    const key = `${cause} ${remedy?.zh}`;
    causes.set(key, [...(causes.get(key) ?? []), device]);
  }
  return (
    <Panel flush title={t('devices.wrong.title', { count: wrong.length })}>
      {wrong.length === 0 ? (
        <EmptyState compact title={t('devices.wrong.none')} text={t('devices.wrong.noneText')} />
      ) : (
        [...causes].map(([cause, devices]) => <Cause key={cause} devices={devices} />)
      )}
    </Panel>
  );
}

function Cause({ devices }: { devices: WrongDevice[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [all, showAll] = useState(false);
  const { remedy, state, cause } = devices[0]!.health!;
  return (
    <section className="device-cause">
      <h3>
        <HealthSign health={state} text={false} size={15} />{' '}
        {t(`devices.causes.${cause}`, sentence(devices[0]!.health!.words))}
        {devices.length > 1 && <span className="device-count">{devices.length}</span>}
      </h3>
      {remedy && (
        <p className="device-remedy">
          <b>{t('devices.todo')}</b> {sentence(remedy)}
        </p>
      )}
      <ul className="device-wrong">
        {(all ? devices : devices.slice(0, FIRST)).map((device) => (
          <Row key={device.id} device={device} />
        ))}
      </ul>
      {devices.length > FIRST && (
        <button type="button" className="device-more" onClick={() => showAll(!all)}>
          {all ? t('devices.less') : t('devices.more', { count: devices.length - FIRST })}
        </button>
      )}
    </section>
  );
}

function Row({ device }: { device: WrongDevice }) {
  const sentence = useSentence();
  const [name, kind, street, ago] = [useDeviceName(), useKindName(), useStreetName(), useAgo()];
  const { words, since } = device.health!;
  return (
    <li>
      <span className="who">
        <Link to="/devices/$id" params={{ id: String(device.id) }}>
          {name(device)}
        </Link>{' '}
        <SimulatedTag simulated={device.simulated} />
        <span className="quiet">
          {kind(device.kind)}
          {device.streetCode && ` · ${street(device.streetCode)}`}
        </span>
      </span>
      <span className="what">
        {sentence(words)} <span className="quiet">{ago(since)}</span>
      </span>
      <span className="act">{device.alarm && <Acknowledge alarm={device.alarm} compact />}</span>
    </li>
  );
}
