import { inForceOn } from '#standards/editions';
import { divide, type Exact, exact, multiply, type Numeric } from '#standards/gb-t-8170';
import { POLLUTANTS, type Pollutant } from '#standards/pollutants';
import { type ConcentrationState, STANDARD_STATE, STATE_ROWS } from './state.table.ts';

export { type ConcentrationState, STANDARD_STATE } from './state.table.ts';

/**
 * In which state a pollutant's concentration is reported on a day: 'standard' (273.15 K), 'reference' (298.15 K, both
 * 1013.25 hPa) or 'actual' (temperature and pressure at sampling). Null for weather and for days before 2013.
 */
export function concentrationState(pollutant: Pollutant, date: string): ConcentrationState | null {
  const row = inForceOn(STATE_ROWS, date);
  const { kind } = POLLUTANTS[pollutant];
  if (!row || kind === 'weather') return null;
  return kind === 'particle' ? row.particle : row.gas;
}

/**
 * A gas concentration brought to the reference state: c · (fromK/298.15) · (1013.25/fromHPa), exact and unrounded.
 * @param c any mass concentration @param fromKelvin K @param fromHectopascal hPa, not zero
 */
export function toReferenceState(c: Numeric, fromKelvin: Numeric, fromHectopascal: Numeric): Exact {
  const { kelvin, hectopascal } = STANDARD_STATE.reference;
  const warmth = divide(exact(fromKelvin), exact(kelvin));
  return multiply(multiply(exact(c), warmth), divide(exact(hectopascal), exact(fromHectopascal)));
}
