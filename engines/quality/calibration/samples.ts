import { type StandingDevice, standingDevices } from '#engines/devices';
import { readHours } from '#engines/observations';
import type { Sample } from '#methods/calibration';
import { addDays, type CalendarDate, dateOf, daysBetween, startOfDay, weekdayOf } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { readMedians } from '../reconcile/medians.ts';
import { testedChannels } from '../reconcile/network.ts';

const HOUR = 3_600_000;
const MOST_DAYS = 400;

/** A stretch of time in which a device stood beside a reference. */
export type Beside = { readonly reference: string; readonly first: CalendarDate; readonly last: CalendarDate };

const mondayOf = (day: CalendarDate) => addDays(day, -((weekdayOf(day) + 6) % 7));

/**
 * Hours of a device beside references: its medians that tests have left, the reference's valid hours, the device's own
 * humidity. Weeks begin on Monday; each reference is a site.
 * @throws Refusal not_found (a device, or one that does not measure the quantity), value_out_of_range (the stretch)
 */
export async function samplesBeside(db: Db, code: string, pollutant: string, stretches: readonly Beside[]) {
  const devices = await standingDevices(db);
  const device = deviceOf(devices, code);
  const channel = channelOf(device, pollutant);
  const samples: Sample[] = [];
  for (const { reference: referenceCode, first, last } of stretches) {
    const days = daysBetween(first, last) + 1;
    if (days < 1 || days > MOST_DAYS)
      throw new Refusal('value_out_of_range', {
        zh: `比对时段应在1至${MOST_DAYS}天之间，请修改起止日期。`,
        en: `A comparison lasts 1 to ${MOST_DAYS} days; change its first and last day.`,
      });
    const reference = deviceOf(devices, referenceCode);
    const place = channelOf(reference, pollutant).no - 1;
    // the tests' medians are in the unit of the catalogue, hours in that of the channel
    const times = testedChannels(reference).find((one) => one.place === place)?.times;
    if (times === undefined) throw unmeasured(referenceCode, pollutant);
    const begin = startOfDay(first);
    const own = (await readMedians(db, begin, days * 24)).get(device.id) ?? [];
    const humidity = device.channels.find((one) => one.pollutant === 'RH' && one.statistic === 'value');
    const period = { from: begin, until: new Date(begin.getTime() + days * 24 * HOUR) };
    for (const hour of await readHours(db, { deviceIds: [reference.id], ...period })) {
      const at = (hour.hour.getTime() - begin.getTime()) / HOUR;
      const value = hour.flags[place] === 'V' ? hour.values[place] : null;
      const sensor = own[channel.no - 1]?.[at] ?? Number.NaN;
      if (value == null || Number.isNaN(sensor)) continue;
      samples.push({
        sensor,
        reference: Number(value) * times,
        humidity: (humidity && own[humidity.no - 1]?.[at]) ?? Number.NaN,
        week: mondayOf(dateOf(hour.hour)),
        site: referenceCode,
      });
    }
  }
  return { device, channel, samples, reference: deviceOf(devices, stretches[0]!.reference) };
}

function deviceOf(devices: readonly StandingDevice[], code: string): StandingDevice {
  const found = devices.find((one) => one.code === code);
  if (!found)
    throw new Refusal('not_found', {
      zh: `没有编号为“${code}”的已准入固定设备，请核对设备编号。`,
      en: `No admitted device that stays at its place has the code “${code}”; check it.`,
    });
  return found;
}

function channelOf(device: StandingDevice, pollutant: string) {
  const found = device.channels.find((one) => one.pollutant === pollutant && one.statistic === 'value');
  if (!found) throw unmeasured(device.code, pollutant);
  return found;
}

const unmeasured = (code: string, pollutant: string) =>
  new Refusal('not_found', {
    zh: `设备“${code}”不监测${pollutant}，或其单位尚未确认，请选择其他项目。`,
    en: `The device “${code}” does not measure ${pollutant}, or its unit is not known yet; choose another quantity.`,
  });
