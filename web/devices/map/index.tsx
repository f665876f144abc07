import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow, LatestOfDevices } from '#app/api';
import { isPollutant, POLLUTANTS } from '#standards/pollutants';
import { useSentence } from '../../app/language.ts';
import { DistrictMap, type MapPoint } from '../../map/district-map.tsx';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { useWide } from '../../shared/use-wide.ts';
import { healthColour } from '../health-sign.tsx';
import { KINDS, STANDING, useDeviceName, useKindName, useQuantityName } from '../names.ts';
import { allDevicesQuery, gapsQuery, latestQuery, networksQuery } from '../queries.ts';
import { Legend } from './legend.tsx';
import { Networks } from './networks.tsx';
import { FILL_OF_HEALTH, SHAPE_OF_KIND } from './signs.ts';

/** labels beyond this number would cover the district */
const MOST_LABELS = 400;

/** Where the devices stand, how each is, what it says; streets by completeness, or what no device covers. */
export default function DeviceMap() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const { number } = useFormat();
  const wide = useWide();
  const [search, set] = useUrlValues();
  const [name, kindName, quantity] = [useDeviceName(), useKindName(), useQuantityName()];
  const devices = useQuery(allDevicesQuery({ kind: search.kind, health: search.health }));
  const latest = useQuery(latestQuery).data;
  const networks = useQuery(networksQuery).data;
  const layer = search.layer;
  const kind = search.kind ?? 'micro-station';
  const gaps = useQuery({ ...gapsQuery(kind), enabled: layer === 'gaps' });
  const pollutant = search.pollutant;
  const placed = useMemo(() => (devices.data ?? []).filter((d) => d.lon !== null && d.lat !== null), [devices.data]);
  const values = useMemo(() => valuesOf(latest, pollutant), [latest, pollutant]);
  if (devices.error) return <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />;
  if (!devices.data) return <LoadingState rows={12} height={600} />;
  const point = (device: DeviceRow): MapPoint => {
    const health = device.health?.state ?? 'none';
    const value = values.get(device.id);
    const state = t(`devices.health.${health}`);
    return {
      code: String(device.id),
      lon: device.lon!,
      lat: device.lat!,
      shape: SHAPE_OF_KIND[device.kind] ?? 'circle',
      fill: FILL_OF_HEALTH[health],
      color: healthColour(health),
      text: value === undefined || placed.length > MOST_LABELS ? undefined : value,
      title: [
        name(device),
        kindName(device.kind),
        state,
        device.simulated ? t('devices.simulated') : '',
        value && pollutant ? `${quantity(pollutant)} ${value}` : '',
        device.health && health !== 'online' ? sentence(device.health.words) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    };
  };
  const streets = Object.fromEntries(
    (layer === 'day' || layer === 'month' ? (networks ?? []) : [])
      .filter((network) => network.kind === kind)
      .map((network) => {
        const share = layer === 'day' ? network.dayShare : network.monthShare;
        return [
          network.streetCode,
          { fill: shareFill(share), text: share === null ? '—' : `${Math.round(share * 100)}%` },
        ];
      }),
  );
  const simulated = placed.some((device) => device.simulated);
  return (
    <div className="device-map">
      <Panel>
        <div className="device-filters">
          <Select
            aria-label={t('devices.kind')}
            allowClear
            placeholder={t('devices.map.allKinds')}
            popupMatchSelectWidth={false}
            value={search.kind}
            options={KINDS.filter((one) => STANDING.includes(one)).map((one) => ({ value: one, label: kindName(one) }))}
            onChange={(value) => set({ kind: value })}
          />
          <Select
            aria-label={t('devices.map.values')}
            allowClear
            placeholder={t('devices.map.values')}
            popupMatchSelectWidth={false}
            value={pollutant}
            options={pollutantsOf(latest).map((code) => ({ value: code, label: quantity(code) }))}
            onChange={(value) => set({ pollutant: value })}
          />
          <Select
            aria-label={t('devices.map.layer')}
            allowClear
            placeholder={t('devices.map.layer')}
            popupMatchSelectWidth={false}
            value={layer}
            options={['day', 'month', 'gaps'].map((value) => ({ value, label: t(`devices.map.layers.${value}`) }))}
            onChange={(value) => set({ layer: value })}
          />
          <span className="quiet">
            {t('devices.map.count', { count: placed.length })}
            {simulated && ` · ${t('devices.map.simulated')}`}
            {layer === 'gaps' &&
              gaps.data &&
              ` · ${t('devices.map.gapShare', {
                kind: kindName(kind),
                metres: number(gaps.data.metres),
                share: number(gaps.data.share * 100, { digits: 1 }),
              })}`}
          </span>
        </div>
        <DistrictMap
          height={wide ? 600 : 440}
          streets={streets}
          points={placed.map(point)}
          cells={layer === 'gaps' ? gaps.data?.features : undefined}
          onPoint={(id) => void navigate({ to: '/devices/$id', params: { id } })}
          legend={<Legend kinds={[...new Set(placed.map((d) => d.kind))]} gaps={layer === 'gaps'} />}
        />
        {placed.length === 0 && <EmptyState compact title={t('devices.map.none')} text={t('devices.map.noneText')} />}
      </Panel>
      <Networks kind={search.kind} />
    </div>
  );
}

/** The printed value of a quantity by device; only what the device vouches for. */
function valuesOf(latest: LatestOfDevices | undefined, pollutant: string | undefined): Map<number, string> {
  const found = new Map<number, string>();
  if (!latest || !pollutant) return found;
  const decimals = isPollutant(pollutant) ? POLLUTANTS[pollutant].decimals : 1;
  for (const { id, channelSet, packet } of latest.devices) {
    const channel = latest.channelSets[channelSet]?.find(
      (one) => one.pollutant === pollutant && one.statistic === 'value',
    );
    const value = channel && packet?.flags[channel.no - 1] === 'V' ? packet.values[channel.no - 1] : null;
    if (value !== null && value !== undefined) found.set(id, value.toFixed(decimals));
  }
  return found;
}

/** Quantities that some device measures, by how many do. */
function pollutantsOf(latest: LatestOfDevices | undefined): string[] {
  const count = new Map<string, number>();
  for (const { channelSet } of latest?.devices ?? [])
    for (const { pollutant, statistic } of latest?.channelSets[channelSet] ?? [])
      if (pollutant && statistic === 'value') count.set(pollutant, (count.get(pollutant) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** the less complete, the stronger */
function shareFill(share: number | null): string | undefined {
  if (share === null) return undefined;
  if (share >= 0.9) return 'var(--lamp-done-wash)';
  if (share >= 0.75) return 'var(--lamp-behind-wash)';
  return 'var(--lamp-overdue-wash)';
}
