import { useTranslation } from 'react-i18next';
import type { AirDay } from '#app/api';
import { AqiChip } from '../../shared/aqi-chip.tsx';
import { useFormat } from '../../shared/format.ts';
import { ProvenanceTag } from '../../shared/provenance-tag.tsx';
import { nameOf } from '../pollutants.ts';

const ITEMS = ['PM25', 'PM10', 'NO2', 'SO2', 'CO', 'O3_8h', 'O3_1h'] as const;

/** One day: each value beside its limit, its own index and the hours it is made of. */
export function DayDetail(props: { date: string; day: AirDay | undefined; limits: Record<string, string> }) {
  const { date, day, limits } = props;
  const { t } = useTranslation();
  const { date: formatDate, number } = useFormat();
  return (
    <section className="air-day" aria-live="polite" aria-label={formatDate(date)}>
      <p>
        <strong>{formatDate(date, true)}</strong> <AqiChip aqi={day?.aqi} />{' '}
        {day && day.primary.length > 0 && (
          <span>
            {t('air.primary', { names: day.primary.map((code) => nameOf(t, code)).join(t('shared.listComma')) })}
          </span>
        )}{' '}
        {day?.sand && <span className="provenance">{t('air.sand.day')}</span>}{' '}
        <ProvenanceTag provenance={day?.provenance} />
      </p>
      {day && (
        <div className="air-scroll">
          <table className="air-table">
            <caption className="unseen">{formatDate(date)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('air.item')}</th>
                <th scope="col">{t('air.value')}</th>
                <th scope="col">{t('air.limit')}</th>
                <th scope="col">IAQI</th>
                <th scope="col">{t('air.hoursOf')}</th>
              </tr>
            </thead>
            <tbody>
              {ITEMS.map((item) => (
                <tr key={item}>
                  <th scope="row">
                    {nameOf(t, item)} <span className="quiet">{item === 'CO' ? 'mg/m³' : 'µg/m³'}</span>
                  </th>
                  <td>{number(day.values[item])}</td>
                  <td className="quiet">{number(limits[item] ?? null)}</td>
                  <td>{day.iaqi[item] ?? '—'}</td>
                  <td className="quiet">{day.hours[item] ?? 0}/24</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
