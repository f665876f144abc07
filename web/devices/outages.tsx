import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HealthAlarm } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { Acknowledge } from './acknowledge.tsx';
import { useAgo } from './ago.ts';
import { useDeviceName } from './names.ts';

/** Many devices that stopped together, each group once, above everything else. */
export function Outages({ outages }: { outages: HealthAlarm[] }) {
  return outages.map((outage) => <Outage key={outage.id} outage={outage} />);
}

function Outage({ outage }: { outage: HealthAlarm }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [ago, name] = [useAgo(), useDeviceName()];
  const { time } = useFormat();
  const back = outage.devices.filter((d) => d.recoveredAt !== null).length;
  return (
    <section className="device-outage" role="alert">
      <h2>
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
          <path d="M8 .4 15.6 8 8 15.6.4 8z" fill="currentColor" />
          <path d="M8 4.4v4.2M8 10.2v1.6" stroke="var(--surface)" strokeWidth="1.7" />
        </svg>
        {sentence(outage.words)}
      </h2>
      <p>
        {time(outage.openedAt)} · {ago(outage.openedAt)}
        {back > 0 && ` · ${t('devices.outage.back', { back, count: outage.devices.length })}`}
      </p>
      <p className="device-remedy">
        <b>{t('devices.todo')}</b> {sentence(outage.remedy)}
      </p>
      <Acknowledge alarm={outage} />
      <details>
        <summary>{t('devices.outage.devices', { count: outage.devices.length })}</summary>
        <ul className="device-names">
          {outage.devices.map((device) => (
            <li key={device.id}>
              <Link to="/devices/$id" params={{ id: String(device.id) }}>
                {name(device)}
              </Link>
              {device.recoveredAt !== null && <span className="quiet"> ✓ {t('devices.outage.recovered')}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
