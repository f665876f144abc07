import type { MeasuringDevice } from '#engines/devices';
import { dayValid, validityRule } from '#standards/gb-3095';
import { isPollutant } from '#standards/pollutants';
import { ruleBookOn } from '#standards/rule-book';
import { average, averagingOf } from '../hours/averaging.ts';

/** A change of how days are made is a new edition. */
export const DAY_RULE = 'd1';

export type StoredHour = {
  readonly mean: readonly (number | null)[];
  /** empty where the hour was not made of packets */
  readonly min: readonly (number | null)[];
  readonly max: readonly (number | null)[];
  readonly validMinutes: readonly number[];
  readonly flags: string;
  readonly sourceId: number;
};

export type DeviceDay = {
  readonly mean: (number | null)[];
  readonly min: (number | null)[];
  readonly max: (number | null)[];
  readonly hours: number[];
  readonly validMinutes: number[];
  readonly valid: boolean[];
  readonly edition: string;
  readonly sourceIds: number[];
};

/** What the rule of a day is called: which edition of GB 3095 says how many hours, and how many where it says nothing. */
export const dayEdition = (day: string, leastHours: number) =>
  `${DAY_RULE}/${ruleBookOn(day)?.quality ?? '-'}/${leastHours}`;

/**
 * A device's day (Beijing date) from its hours: only valid ones count. Whether they are enough says GB 3095 table 4 for the
 * pollutants that it names, and the setting for everything else; the mean stands there either way.
 * @returns null when there is no hour
 */
export function makeDay(
  device: Pick<MeasuringDevice, 'channels'>,
  day: string,
  hours: readonly StoredHour[],
  leastHours: number,
): DeviceDay | null {
  if (hours.length === 0) return null;
  const width = hours.reduce((most, hour) => Math.max(most, hour.flags.length), 0);
  const made: DeviceDay = {
    ...{ mean: [], min: [], max: [], hours: [], validMinutes: [], valid: [] },
    edition: dayEdition(day, leastHours),
    sourceIds: [...new Set(hours.map((hour) => hour.sourceId))].sort((a, b) => a - b),
  };
  for (let place = 0; place < width; place++) {
    const counted = hours.filter((hour) => hour.flags[place] === 'V' && hour.mean[place] != null);
    const channel = device.channels[place];
    const how = averagingOf(channel);
    const { mean } = average(
      how,
      counted.map((hour) => hour.mean[place]!),
      false,
    );
    const ends = (of: 'min' | 'max') => counted.map((hour) => hour[of][place] ?? hour.mean[place]!);
    made.mean.push(mean);
    made.min.push(how === 'mean' && counted.length ? Math.min(...ends('min')) : null);
    made.max.push(how === 'mean' && counted.length ? Math.max(...ends('max')) : null);
    made.hours.push(counted.length);
    made.validMinutes.push(counted.reduce((sum, hour) => sum + (hour.validMinutes[place] ?? 60), 0));
    made.valid.push(enough(day, channel?.statistic === 'value' ? channel.pollutant : null, counted.length, leastHours));
  }
  return made;
}

function enough(day: string, pollutant: string | null, hours: number, leastHours: number): boolean {
  const edition = ruleBookOn(day)?.quality;
  if (
    edition &&
    pollutant !== null &&
    isPollutant(pollutant) &&
    validityRule(edition, pollutant, 'day')?.of === 'hours'
  )
    return dayValid(edition, pollutant, hours) === true;
  return hours >= leastHours;
}
