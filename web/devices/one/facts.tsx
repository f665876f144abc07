import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useName, useSentence } from '../../app/language.ts';
import { unitsQuery, usePlanYear } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { useAgo } from '../ago.ts';
import { useKindName, useModelName, useStreetName } from '../names.ts';
import { protocolName } from '../protocols.ts';
import { linkQuery } from '../queries.ts';
import type { TabProps } from './index.tsx';

/** What the register says of a device, and how it is connected. */
export function Facts({ device }: TabProps) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const sentence = useSentence();
  const [kind, model, street, name, ago] = [useKindName(), useModelName(), useStreetName(), useName(), useAgo()];
  const units = useQuery(unitsQuery).data;
  const year = usePlanYear();
  const link = useQuery(linkQuery(device.id)).data;
  const unit = units?.find(({ id }) => id === device.unitId);
  const clock = link?.clockOffsetS;
  const rows: [string, ReactNode][] = [
    ['code', <code key="code">{device.code}</code>],
    ['kind', kind(device.kind)],
    [
      'model',
      device.modelId ? <ModelLink key="m" id={device.modelId} title={model(device.modelId)} /> : t('devices.noModel'),
    ],
    ['state', t(`devices.states.${device.state}`)],
    ['street', street(device.streetCode)],
    ['site', device.site ?? '—'],
    ['place', device.lon === null ? '—' : `${device.lon?.toFixed(5)}, ${device.lat?.toFixed(5)}`],
    ['owner', unit ? name(unit) : (device.owner ?? device.unitId ?? '—')],
    [
      'purpose',
      device.purpose.length === 0
        ? '—'
        : device.purpose.map((measure) =>
            year ? (
              <Link key={measure} to="/plan/$year/measures/$id" params={{ year: String(year), id: measure }}>
                {measure}{' '}
              </Link>
            ) : (
              `${measure} `
            ),
          ),
    ],
    [
      'identities',
      device.identities.length === 0
        ? t('devices.facts.noIdentity')
        : device.identities.map(({ protocol, identity }) => (
            <div key={`${protocol} ${identity}`}>
              {protocolName(protocol)} <code>{identity}</code>
            </div>
          )),
    ],
    ['password', t(device.hasPassword ? 'devices.facts.set' : 'devices.facts.notSet')],
    ...(link
      ? ([
          [
            'link',
            <>
              {link.disconnectedAt === null ? t('devices.facts.connected') : t('devices.facts.disconnected')}
              <div className="quiet">
                {link.disconnectedAt === null
                  ? t('devices.facts.since', { time: time(link.connectedAt), remote: link.remote ?? '—' })
                  : `${time(link.disconnectedAt)} ${sentence(link.disconnectReason)}`}
              </div>
            </>,
          ],
          ['heard', ago(link.lastHeardAt)],
          [
            'clock',
            clock === null || clock === undefined ? '—' : t('devices.facts.clockOff', { seconds: Math.round(clock) }),
          ],
        ] as [string, ReactNode][])
      : []),
    ['source', device.fromFile ? t('devices.facts.file', { file: device.fromFile }) : t('devices.facts.register')],
    ...(device.editedAt
      ? ([['edited', `${time(device.editedAt)} ${device.editedBy ?? ''}`]] as [string, ReactNode][])
      : []),
  ];
  return (
    <dl className="device-facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`devices.facts.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const ModelLink = ({ id, title }: { id: string; title: string }) => (
  <Link to="/devices" search={{ view: 'models', edit: id }}>
    {title}
  </Link>
);
