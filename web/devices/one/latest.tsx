import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlState } from '../../shared/use-url-state.ts';
import { useAgo } from '../ago.ts';
import { useQuantityName } from '../names.ts';
import { latestQuery } from '../queries.ts';
import type { TabProps } from './index.tsx';

/** Its newest values with flags and age; a press shows the curve. */
export function Latest({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { number } = useFormat();
  const [ago, quantity] = [useAgo(), useQuantityName()];
  const [, setChannel] = useUrlState('channel');
  const { data, error, refetch } = useQuery(latestQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <LoadingState rows={4} />;
  const found = data.devices.find((one) => one.id === device.id);
  const packet = found?.packet;
  if (!packet)
    return (
      <Panel title={t('devices.latest.title')}>
        <EmptyState compact title={t('devices.latest.none')} text={t('devices.latest.noneText')} />
      </Panel>
    );
  const titles = new Map(device.channels.map((c) => [c.no, c.title]));
  const channels = (data.channelSets[found.channelSet] ?? []).filter(
    ({ statistic }) => statistic === 'value' || statistic === 'total',
  );
  return (
    <Panel
      title={t('devices.latest.title')}
      aside={
        <>
          {packet.span > 0 && t('devices.frames.span', { count: packet.span })} {ago(packet.receivedAt)}
        </>
      }
    >
      <ul className="device-values">
        {channels.map(({ no, pollutant, factor, unit }) => {
          const flag = packet.flags[no - 1] ?? 'N';
          const value = packet.values[no - 1] ?? null;
          const title = titles.get(no);
          return (
            <li key={no} className={flag === 'V' ? undefined : 'off'}>
              <button type="button" className="device-link" onClick={() => setChannel(String(no))}>
                {pollutant ? quantity(pollutant) : title ? sentence(title) : factor}
              </button>
              <b>
                {value === null ? '—' : number(value)} <small>{unit ?? t('devices.channels.noUnit')}</small>
                {flag !== 'V' && <small className="flag"> {t(`devices.flags.${flag}`)}</small>}
              </b>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
