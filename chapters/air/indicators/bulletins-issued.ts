import { createHash } from 'node:crypto';
import { issuedPeriods } from '#engines/bulletins';
import type { IndicatorDefinition, IndicatorPoint } from '#engines/indicators';
import { addDays, datesBetween, lastDayOfMonth, yearOf } from '#platform/clock';
import type { Db } from '#platform/store';
import { ratioPercent } from '#standards/gb-t-8170';

/** A month's bulletin is due at the end of the month after it (the district's own bulletins took five weeks at most). */
const dueOn = (month: string) => lastDayOfMonth(addDays(lastDayOfMonth(month), 1).slice(0, 7));
const monthsOfYear = (year: number) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

/** The running year, and every year before in which a bulletin was issued. */
async function issuedYears(db: Db, districtCode: string, today: string) {
  const years = Array.from({ length: yearOf(today) - 2012 }, (_, i) => 2013 + i);
  const found = await Promise.all(
    years.map(async (year) => ({ year, issued: await issuedPeriods(db, districtCode, 'air', year) })),
  );
  return found.filter(({ year, issued }) => issued.length > 0 || year === yearOf(today));
}

/** Share of the months whose bulletin is due by now that were issued: 定期对空气质量进行通报. */
export const bulletinsIssued: IndicatorDefinition = {
  id: 'air.bulletins-issued',
  title: { zh: '空气质量通报按期印发率', en: 'Air bulletins issued when due' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  kind: 'share',
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '每月通报应于次月底前印发；已到期各月中已印发通报的月份所占比例。',
    en: "A month's bulletin is due by the end of the next month; of the months due, the share whose bulletin has been issued.",
  },
  sources: ['bulletins'],
  words: ['通报'],
  counts: { zh: '份通报', en: 'bulletins' },
  evidenceHref: (_scope, from) => `/bulletins?year=${from.slice(0, 4)}`,
  compute: {
    async years({ db, districtCode, today, once }) {
      const years = await once('bulletin years', () => issuedYears(db, districtCode, today));
      return years.map(({ year, issued }) => ({
        scope: { kind: 'district', code: districtCode },
        year,
        mark: createHash('md5')
          .update(JSON.stringify([issued, year === yearOf(today) ? today : null]))
          .digest('hex'),
      }));
    },
    async points({ db, districtCode, today }, _scope, year) {
      const issued = await issuedPeriods(db, districtCode, 'air', year);
      const last = `${year}-12-31`;
      return datesBetween(`${year}-01-01`, last < today ? last : today).map((day): IndicatorPoint => {
        const out = new Set(issued.filter((one) => one.firstIssuedOn <= day).map((one) => one.until.slice(0, 7)));
        const due = monthsOfYear(year).filter((month) => dueOn(month) <= day || out.has(month));
        const value = due.length ? ratioPercent(String(out.size), String(due.length), 1) : null;
        const parts = { done: out.size, due: due.length, total: 12 };
        const digest = createHash('md5')
          .update(JSON.stringify([day, value, parts]))
          .digest('hex');
        return {
          until: day,
          value,
          lastYear: null,
          edition: '',
          parts,
          evidence: out.size,
          excluded: 0,
          provenance: [],
          digest,
        };
      });
    },
  },
};
