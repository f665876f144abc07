import { useTranslation } from 'react-i18next';
import type { AirYears } from '#app/api';
import { AQI_CLASSES } from '#standards/hj-633';
import { useLanguage } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { FigureLink } from './figure-link.tsx';
import { nameOf, POLLUTANTS, statisticName } from './pollutants.ts';

type Year = AirYears['years'][number];

/** 2017-02-28 → 2-28 */
const shortDate = (date: string) => `${Number(date.slice(5, 7))}-${Number(date.slice(8))}`;
const inOrder = (items: Year['items']) =>
  [...POLLUTANTS].flatMap(({ code }) => items.filter(({ pollutant }) => pollutant === code));

/** The table of the years: a row for each statistic with its limit, then attainment, days and composite index. */
export function YearItems({ years }: { years: Year[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const chinese = useLanguage() === 'zh-CN';
  const newest = years.at(-1)!;
  const days = (name: string, statistic: string, of: (year: Year) => number | string | null, unit = '') => (
    <tr key={statistic}>
      <th scope="row">{name}</th>
      <td />
      {years.map((one) => (
        <td key={one.year}>
          <FigureLink
            statistic={statistic}
            value={of(one)}
            from={one.period.from}
            until={one.period.until}
            unit={unit}
          />
        </td>
      ))}
    </tr>
  );
  return (
    <div className="air-scroll">
      <table className="air-table years">
        <caption className="unseen">{t('air.yearsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('air.item')}</th>
            <th scope="col">{t('air.limit')}</th>
            {years.map((one) => (
              <th scope="col" key={one.year}>
                {one.year}
                {!one.whole && <small>{t('air.untilDay', { date: shortDate(one.period.until) })}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(newest.items).map(({ key, limit, unit, pollutant }) => (
            <tr key={key}>
              <th scope="row">
                {statisticName(t, key, [])} <span className="quiet">{unit}</span>
              </th>
              <td className="quiet">{number(limit)}</td>
              {years.map((one) => {
                const item = one.items.find((other) => other.key === key);
                const valid = one.period.validDays[pollutant];
                return (
                  <td key={one.year}>
                    <FigureLink statistic={key} value={item?.value} from={one.period.from} until={one.period.until} />{' '}
                    <Verdict attained={item?.attained ?? null} />
                    <small className="quiet">
                      {t('air.daysOf', { days: valid?.days ?? 0, of: one.daysPassed })}
                      {valid?.sufficient === false && ` ${t('air.few')}`}
                    </small>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className="air-sum">
            <th scope="row">{t('air.attained.all')}</th>
            <td />
            {years.map((one) => (
              <td key={one.year}>
                <Verdict attained={one.allAttained} words />
                <small className="quiet">
                  {Object.entries(one.attained)
                    .filter(([, attained]) => attained === false)
                    .map(([code]) => nameOf(t, code))
                    .join(t('shared.listComma'))}
                </small>
              </td>
            ))}
          </tr>
          {days(t('air.composite'), 'composite', (one) => one.period.composite.index)}
          {days(t('air.validIndex'), 'valid_days', (one) => one.period.days.valid)}
          {days(t('air.good'), 'good_days', (one) => one.period.days.good)}
          {days(t('air.goodRatio'), 'good_ratio', (one) => one.period.days.goodRatio, '%')}
          {AQI_CLASSES.map(({ level, zh, en }) =>
            days(chinese ? zh : en, `level_${level}`, (one) => one.period.days.byLevel[level - 1] ?? 0),
          )}
          {days(t('air.heavy'), 'heavy_days', (one) => one.period.days.heavy)}
          <tr>
            <th scope="row">{t('air.sand.days')}</th>
            <td />
            {years.map((one) => (
              <td key={one.year}>{one.sandDays}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Within the limit or above it, by sign and word as well as by colour. */
function Verdict({ attained, words }: { attained: boolean | null; words?: boolean }) {
  const { t } = useTranslation();
  if (attained === null) return words ? <span className="quiet">—</span> : null;
  const said = t(attained ? 'air.attained.yes' : 'air.attained.no');
  return (
    <span className={attained ? 'air-within' : 'air-above'} title={said}>
      <span aria-hidden>{attained ? '✓' : '▲'}</span> <span className={words ? undefined : 'unseen'}>{said}</span>
    </span>
  );
}
