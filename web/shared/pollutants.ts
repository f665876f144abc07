import { ANNUAL_STATISTICS } from '#standards/hj-663';
import { POLLUTANTS, type SixPollutant, symbolParts } from '#standards/pollutants';

const LOWERED: Readonly<Record<string, string>> = { '2': '₂', '3': '₃', '4': '₄' };

/** The six as pages list them, particles first. */
export const SHOWN_POLLUTANTS = ['PM25', 'PM10', 'NO2', 'SO2', 'CO', 'O3'] as const satisfies readonly SixPollutant[];

/** PM2.5, NO₂, O₃: the catalogue's symbol, subscripts of gases lowered. */
export const pollutantName = (code: SixPollutant): string =>
  symbolParts(code)
    .map(({ text, sub }) => (sub && POLLUTANTS[code].kind === 'gas' ? (LOWERED[text] ?? text) : text))
    .join('');

/** µg/m³, CO mg/m³ */
export const pollutantUnit = (code: SixPollutant): string => POLLUTANTS[code].unit;

/** The statistic that tells a pollutant's period: what the composite index takes of it (PM25_mean, CO_p95, O3_p90). */
export function leadingStatistic(code: SixPollutant): string {
  const { composite, percentile } = ANNUAL_STATISTICS[code];
  return composite === 'annualMean' ? `${code}_mean` : `${code}_p${percentile}`;
}
