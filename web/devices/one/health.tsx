import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HealthDayView, HealthState } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { AlarmTable } from '../alarms.tsx';
import { HealthSign, healthColour } from '../health-sign.tsx';
import { healthQuery } from '../queries.ts';
import type { TabProps } from './index.tsx';
import '../../shared/data-table.css';

const PARTS = ['online', 'late', 'faulty', 'silent', 'maintenance'] as const satisfies readonly HealthState[];

/** Its days as bars: how long in which state, how complete; the last stretches in words; its alarms. */
export default function Health({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const { data, error, refetch } = useQuery(healthQuery(device.id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  return (
    <>
      <Panel title={t('devices.days.title')}>
        {data.days.length === 0 ? (
          <EmptyState compact title={t('devices.days.none')} text={t('devices.days.noneText')} />
        ) : (
          <Days days={data.days} />
        )}
      </Panel>
      <Panel flush title={t('devices.days.episodes')}>
        {data.episodes.length === 0 ? (
          <EmptyState compact title={t('devices.days.none')} />
        ) : (
          <ul className="device-episodes">
            {data.episodes.slice(0, 40).map((episode) => (
              <li key={episode.began}>
                <HealthSign health={episode.state as HealthState} text={false} />
                <span>
                  {time(episode.began)} – {episode.ended ? time(episode.ended) : t('devices.days.now')}
                </span>
                <span>{sentence(episode.words)}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel flush title={t('devices.views.alarms')}>
        {data.alarms.length === 0 ? (
          <EmptyState compact title={t('devices.alarm.none')} />
        ) : (
          <AlarmTable alarms={data.alarms} />
        )}
      </Panel>
    </>
  );
}

function Days({ days }: { days: HealthDayView[] }) {
  const { t } = useTranslation();
  const { date, number } = useFormat();
  const sum = (of: (day: HealthDayView) => number) => days.reduce((all, day) => all + of(day), 0);
  const [expected, valid] = [sum((d) => d.expectedHours), sum((d) => d.validHours)];
  const [up, watched] = [sum((d) => d.online + d.late), sum((d) => d.online + d.late + d.silent + d.faulty)];
  const percent = (part: number, whole: number) => (whole ? `${number((part / whole) * 100, { digits: 1 })}%` : '—');
  const told = (day: HealthDayView) =>
    [
      date(day.day),
      ...PARTS.filter((part) => day[part] > 0).map(
        (part) => `${t(`devices.health.${part}`)} ${t('devices.minutes', { count: day[part] })}`,
      ),
      t('devices.days.complete', { share: percent(day.validHours, day.expectedHours) }),
    ].join(' · ');
  return (
    <>
      <p>
        {t('devices.days.sums', {
          days: days.length,
          up: percent(up, watched),
          complete: percent(valid, expected),
        })}
      </p>
      <ol className="device-days" aria-label={t('devices.days.title')}>
        {days.map((day) => (
          <li key={day.day} title={told(day)}>
            <span className="unseen">{told(day)}</span>
            <span className="bar" aria-hidden>
              {PARTS.map((part) => (
                <span
                  key={part}
                  className={part}
                  style={{ height: `${(day[part] / 1440) * 100}%`, background: healthColour(part) }}
                />
              ))}
            </span>
            <span
              className="share"
              aria-hidden
              style={{ height: `${day.expectedHours ? (day.validHours / day.expectedHours) * 100 : 0}%` }}
            />
            {(day.day.endsWith('-01') || day === days[0] || day === days.at(-1)) && <small>{day.day.slice(5)}</small>}
          </li>
        ))}
      </ol>
      <ul className="device-legend">
        {PARTS.map((part) => (
          <li key={part}>
            <HealthSign health={part} size={12} />
          </li>
        ))}
        <li>
          <span className="device-share-sign" aria-hidden /> {t('devices.days.completeness')}
        </li>
      </ul>
    </>
  );
}
