import { chance, keyOf, oneOf } from './chance.ts';
import type { Ground, LonLat, Metres } from './place.ts';
import { dayOf, dayStart, HOUR } from './time.ts';

/** When something that moves is on the road, and how fast. */
export type Duty = { readonly fromHour: number; readonly untilHour: number; readonly kmh: number };
export type Underway = LonLat & {
  readonly driving: boolean;
  readonly kmh: number;
  readonly directionDegrees: number;
  readonly odometerKm: number;
};

const CORNERS = 9;

/** A closed way through the district; where one is on it is a pure function of the instant. */
export function routeOf(ground: Ground, seed: number, key: string, { fromHour, untilHour, kmh }: Duty) {
  const name = keyOf(key);
  const corners: Metres[] = Array.from({ length: CORNERS }, (_, i) =>
    ground.metres(ground.pointIn(oneOf(ground.streets, seed, name, i), seed, `${key} ${i}`)),
  );
  const legs = corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!;
    return { from, to, metres: Math.hypot(to.east - from.east, to.north - from.north) };
  });
  const round = legs.reduce((sum, { metres }) => sum + metres, 0);
  const perMs = kmh / 3.6 / 1000;
  const dutyMs = (untilHour - fromHour) * HOUR;
  const begin = chance(seed, name, 99) * round;

  return (instant: number): Underway => {
    const day = dayOf(instant);
    const since = instant - dayStart(day) - fromHour * HOUR;
    const driving = since >= 0 && since < dutyMs;
    const driven = (day * dutyMs + Math.min(dutyMs, Math.max(0, since))) * perMs;
    let left = (begin + driven) % round;
    let leg = legs[0]!;
    for (leg of legs) {
      if (left <= leg.metres) break;
      left -= leg.metres;
    }
    const share = Math.min(1, left / leg.metres);
    const at = {
      east: leg.from.east + (leg.to.east - leg.from.east) * share,
      north: leg.from.north + (leg.to.north - leg.from.north) * share,
    };
    const direction = (Math.atan2(leg.to.east - leg.from.east, leg.to.north - leg.from.north) * 180) / Math.PI;
    // stop and go: the speed of the moment swings about the mean that the place is computed with
    const swing = 1 + 0.9 * Math.sin((2 * Math.PI * instant) / (70 * 1000) + name);
    return {
      ...ground.lonLat(at),
      driving,
      kmh: driving ? Math.max(0, kmh * swing) : 0,
      directionDegrees: (direction + 360) % 360,
      odometerKm: (driven / 1000) % 900_000,
    };
  };
}
export type Route = ReturnType<typeof routeOf>;
