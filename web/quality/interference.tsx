import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SpanPicker } from '../shared/dates/span-picker.tsx';
import { useFormat } from '../shared/format.ts';
import { Panel } from '../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { ReviewBadge } from './badges.tsx';
import { deviceName, useSpan } from './names.ts';
import { usePeriod } from './period.ts';
import { interferenceQuery } from './queries.ts';

/** Suspected interference by station: a suspicion to be looked at on the spot, never a verdict. */
export default function Interference() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const span = useSpan();
  const [, set] = useUrlValues();
  const { from, until, today } = usePeriod();
  const found = useQuery(interferenceQuery(from, until));
  const stations = found.data?.stations;
  return (
    <Panel
      flush
      title={t('quality.interference.title')}
      aside={
        <SpanPicker
          from={from}
          until={until}
          last={today}
          label={t('quality.period')}
          onChoose={(first, last) => set({ from: first, until: last === today ? undefined : last })}
        />
      }
    >
      <p className="quality-note">{t('quality.interference.text')}</p>
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} compact />
      ) : !stations ? (
        <LoadingState rows={6} />
      ) : stations.length === 0 ? (
        <EmptyState compact title={t('quality.interference.none')} />
      ) : (
        <ul className="quality-stations">
          {stations.map(({ device, suspicions }) => (
            <li key={device.id}>
              <h3>
                {deviceName(device)}{' '}
                <span className="quiet">{t('quality.interference.times', { count: suspicions.length })}</span>
                {device.simulated && <span className="provenance">{t('quality.simulated')}</span>}
              </h3>
              <ol>
                {suspicions.map((one) => (
                  <li key={one.markId}>
                    <Link
                      to="/quality"
                      search={{ from, until, device: device.code, test: 'interference', mark: String(one.markId) }}
                    >
                      {t(`quality.says.${one.kind}`)} · {span(one.from, one.until)}
                    </Link>
                    <span className="quiet">
                      {one.humidityRise !== null && t('quality.interference.rise', { value: number(one.humidityRise) })}{' '}
                      {one.change !== null &&
                        t('quality.interference.change', { value: number(Math.round(one.change * 100)) })}
                    </span>
                    <ReviewBadge mark={{ ...one, state: 'suspect' }} />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
