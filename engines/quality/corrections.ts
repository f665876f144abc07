import type { CalibrationsOf, Mark, MarksOf } from '#engines/observations';
import { applyCalibration, type Calibration, MODELS } from '#methods/calibration';
import { type CalendarDate, dateOf } from '#platform/clock';

/**
 * What hours leave out: marks that stand and are not overruled. `asOf`: those that stood then, with what persons had said
 * of them until then.
 */
export const marksOf: MarksOf = async (client, deviceIds, from, until, asOf) => {
  const { rows } = await client.query<Mark>({
    name: 'quality marks of hours',
    text: `select m.device_id as "deviceId", m.channel_no as channel, (extract(epoch from from_at) * 1000)::float8 as "from",
        (extract(epoch from until_at) * 1000)::float8 as until, case m.state when 'invalid' then 'I' else 'S' end as letter
      from qc_mark m
      where m.device_id = any($1::int[]) and m.from_at < $3 and m.until_at > $2 and m.state <> 'told'
        and case when $4::timestamptz is null then m.gone_at is null and m.review <> 'overruled'
          else m.found_at <= $4 and coalesce(m.gone_at > $4, true) and not exists (
            select from qc_review r where r.mark_id = m.id and r.verdict = 'overruled' and r.reviewed_at <= $4
              and coalesce(r.ended_at > $4, true)) end
      order by m.device_id, m.channel_no, m.from_at`,
    values: [[...deviceIds], from, until, asOf ?? null],
  });
  return rows;
};

type Admitted = Pick<Calibration, 'model' | 'coefficients' | 'range'> & {
  readonly deviceId: number;
  readonly channelNo: number;
  readonly version: number;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
};

/** Calibrations that a second person has admitted; of several that hold on a day the newest version counts. */
export const calibrationsOf: CalibrationsOf = async (client, deviceIds, from, until) => {
  const { rows } = await client.query<Admitted>({
    name: 'calibrations of hours',
    text: `select device_id as "deviceId", channel_no as "channelNo", version, model, coefficients, training as range,
        valid_from::text as "validFrom", valid_until::text as "validUntil"
      from qc_calibration where device_id = any($1::int[]) and state = 'admitted'
        and valid_from <= $3::date and coalesce(valid_until, 'infinity') >= $2::date
      order by version desc`,
    values: [[...deviceIds], dateOf(from), dateOf(until)],
  });
  return (device, hour, period) => {
    if (rows.length === 0) return { period, used: '' };
    const day = dateOf(new Date(hour));
    const humidityAt = device.channels.findIndex((one) => one.pollutant === 'RH' && one.statistic === 'value');
    const humidity = (period.flags[humidityAt] === 'V' ? period.mean[humidityAt] : null) ?? Number.NaN;
    const columns = { mean: [...period.mean], min: [...period.min], max: [...period.max] };
    const used: string[] = [];
    period.mean.forEach((mean, place) => {
      // what a person brought in a file stands as it is
      if (mean === null || period.basis[place] === 'i') return;
      const own = rows.find(
        (one) =>
          one.deviceId === device.id &&
          one.channelNo === place + 1 &&
          one.validFrom <= day &&
          (one.validUntil === null || one.validUntil >= day),
      );
      if (!own || (MODELS[own.model].needsHumidity && Number.isNaN(humidity))) return;
      const right = (v: number | null) => (v === null ? null : applyCalibration(own, v, humidity).value);
      for (const column of Object.values(columns)) column[place] = right(column[place] ?? null);
      const { warnings } = applyCalibration(own, mean, humidity);
      used.push(`${device.channels[place]?.pollutant ?? place + 1}@v${own.version}${warnings.length > 0 ? '!' : ''}`);
    });
    return { period: { ...period, ...columns }, used: used.join(' ') };
  };
};
