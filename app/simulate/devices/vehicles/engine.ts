import type { Obd, Stream } from '#protocols/gb-17691';
import { chance, keyOf, normal, type Underway } from '../../world/index.ts';

/** One truck in ten has a failing SCR: what leaves it is nearly what enters it. */
const FAILING = 0.1;
const IDLE_RPM = 650;

/** Whether the after-treatment of a truck fails: part of the truth of the simulation. */
export const hasFailingScr = (seed: number, code: string): boolean => chance(seed, keyOf(code), 51) < FAILING;

/** The engine of a truck at an instant, after how it drives; parked it stands still and measures no NOx. */
export function engineAt(seed: number, code: string, at: Underway, instant: number): Stream {
  const key = keyOf(code);
  const second = Math.floor(instant / 1000);
  const tremble = (n: number) => normal(seed, key, second, n);
  const load = at.driving ? Math.min(0.95, 0.15 + at.kmh / 70 + 0.05 * tremble(1)) : 0;
  const up = at.driving ? Math.max(40, 350 + 500 * load + 40 * tremble(2)) : -200;
  const left = hasFailingScr(seed, code) ? 0.85 : 0.06;
  return {
    speedKmh: at.kmh,
    barometricKPa: 101,
    netTorquePercent: Math.round(100 * load),
    frictionTorquePercent: at.driving ? 8 : 0,
    engineRpm: at.driving ? IDLE_RPM + 900 * load : 0,
    fuelLitresPerHour: at.driving ? 2 + 28 * load : 0,
    noxUpstreamPpm: up,
    noxDownstreamPpm: at.driving ? Math.max(0, up * left + 5 * tremble(3)) : -200,
    reagentPercent: 20 + 76 * chance(seed, key, Math.floor(second / 86_400)),
    intakeAirKgPerHour: at.driving ? 120 + 700 * load : 0,
    scrInCelsius: at.driving ? 220 + 160 * load : 20,
    scrOutCelsius: at.driving ? 215 + 150 * load : 20,
    dpfDifferenceKPa: at.driving ? 1 + 4 * load : 0,
    coolantCelsius: at.driving ? 85 : 20,
    tankPercent: 20 + 72 * chance(seed, key, Math.floor(second / 43_200)),
    positionStatus: 0,
    longitudeDegrees: Number(at.lon.toFixed(6)),
    latitudeDegrees: Number(at.lat.toFixed(6)),
    odometerKm: Number(at.odometerKm.toFixed(1)),
  };
}

/** The OBD information of a truck; a failing SCR lights the lamp and has a fault code. */
export function obdOf(seed: number, code: string): Obd {
  const failing = hasFailingScr(seed, code);
  return {
    protocol: 2,
    mil: failing ? 1 : 0,
    support: 0b1001_1100_0000_0000,
    ready: 0b1001_1100_0000_0000,
    vin: code,
    calid: 'SIMULATED-CALID-01',
    cvn: '00'.repeat(18),
    iupr: '00'.repeat(36),
    faultCodes: failing ? ['00A3EE04'] : [],
  };
}
