import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import { useFormat } from '../../../shared/format.ts';
import { useNameOf } from '../mapping/quantities.ts';
import { hoursOf, monthsBetween } from './months.ts';

type Row = { key: string; name: string; share: (month: string) => number | null };

/** A small picture of what arrives: how much of each month has hours, by station, or by quantity where there is one station. */
export function Coverage({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { month: monthName, percent } = useFormat();
  const sentence = useSentence();
  const quantityName = useNameOf();
  const [quantity, setQuantity] = useState('');
  const coverage = report.coverage ?? [];
  const codes = [...new Set(coverage.map((one) => one.station))];
  const quantities = [...new Set(coverage.flatMap((one) => Object.keys(one.values)))];
  const first = coverage.reduce((a, one) => (one.month < a ? one.month : a), '9999-12');
  const last = coverage.reduce((a, one) => (one.month > a ? one.month : a), '0000-01');
  const months = monthsBetween(first, last);
  const at = new Map(coverage.map((one) => [`${one.station} ${one.month}`, one]));
  const share = (station: string, month: string, code: string) => {
    const found = at.get(`${station} ${month}`);
    if (!found) return null;
    return (code ? (found.values[code] ?? 0) : found.hours) / hoursOf(month);
  };
  const nameOf = (code: string) => {
    const name = report.stations.find((s) => s.code === code)?.name;
    return name ? sentence(name) : code;
  };
  const rows: Row[] =
    codes.length === 1
      ? quantities.map((code) => ({ key: code, name: quantityName(code), share: (m) => share(codes[0]!, m, code) }))
      : codes.map((code) => ({ key: code, name: nameOf(code), share: (m) => share(code, m, quantity) }));
  return (
    <figure className="obs-coverage">
      <figcaption>
        {t('import.obs.coverage')}
        {codes.length === 1 ? (
          <span className="quiet"> {nameOf(codes[0]!)}</span>
        ) : (
          <Select
            size="small"
            value={quantity}
            aria-label={t('import.obs.quantity')}
            popupMatchSelectWidth={false}
            onChange={setQuantity}
            options={[
              { value: '', label: t('import.obs.anyQuantity') },
              ...quantities.map((value) => ({ value, label: quantityName(value) })),
            ]}
          />
        )}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="obs-coverage-scroll" tabIndex={0} aria-label={t('import.obs.coverage')}>
        <table>
          <thead>
            <tr>
              <td />
              {yearsOf(months).map(({ year, count }) => (
                <th key={year} className="obs-coverage-head" scope="colgroup" colSpan={count}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th className="obs-coverage-head" scope="row">
                  {row.name}
                </th>
                {months.map((month) => {
                  const part = row.share(month);
                  const words = `${row.name} ${monthName(month)} ${part === null ? '—' : percent(Math.round(part * 100))}`;
                  return (
                    <td
                      key={month}
                      title={words}
                      className={month.endsWith('-01') ? 'obs-coverage-cell year' : 'obs-coverage-cell'}
                    >
                      <span
                        className={part === null ? 'cell none' : 'cell'}
                        style={part === null ? undefined : { background: shade(part) }}
                      />
                      <span className="unseen">{words}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="quiet obs-note obs-legend">
        {t('import.obs.coverageLess')}
        {[0, 25, 50, 75, 100].map((part) => (
          <span key={part} className="cell" style={{ background: shade(part / 100) }} />
        ))}
        {t('import.obs.coverageMore')}
      </p>
    </figure>
  );
}

const shade = (part: number) =>
  `color-mix(in srgb, var(--ink) ${Math.round(Math.min(1, part) * 88 + 6)}%, var(--surface))`;

function yearsOf(months: readonly string[]): { year: string; count: number }[] {
  const years: { year: string; count: number }[] = [];
  for (const month of months) {
    const year = month.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.count++;
    else years.push({ year, count: 1 });
  }
  return years;
}
