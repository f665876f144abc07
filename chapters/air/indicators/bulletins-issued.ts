import { createHash } from 'node:crypto';
import { issuedPeriods } from '#engines/bulletins';
import type { IndicatorDefinition, IndicatorPoint } from '#engines/indicators';
import { addDays, datesBetween, lastDayOfMonth } from '#platform/clock';
import { ratioPercent } from '#standards/gb-t-8170';

/** A month's bulletin is due at the end of the month after it (the district's own bulletins took five weeks at most). */
const dueOn = (month: string) => lastDayOfMonth(addDays(lastDayOfMonth(month), 1).slice(0, 7));
const monthsOfYear = (year: number) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

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
  evidenceHref: (_scope, from) => `/bulletins?year=${from.slice(0, 4)}`,
  compute: {
    async years({ db, districtCode, once }) {
      const years = await once('bulletin years', async () => {
        const now = new Date().getUTCFullYear();
        const found = await Promise.all(
          Array.from({ length: now - 2012 }, async (_, i) => {
            const issued = await issuedPeriods(db, districtCode, 'air', 2013 + i);
            return issued.length ? { year: 2013 + i, issued } : null;
          }),
        );
        return found.filter((year) => year !== null);
      });
      return years.map(({ year, issued }) => ({
        scope: { kind: 'district', code: districtCode },
        year,
        mark: createHash('md5').update(JSON.stringify(issued)).digest('hex'),
      }));
    },
    async points({ db, districtCode }, _scope, year) {
      const issued = await issuedPeriods(db, districtCode, 'air', year);
      return datesBetween(`${year}-01-01`, `${year}-12-31`).map((day): IndicatorPoint => {
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
