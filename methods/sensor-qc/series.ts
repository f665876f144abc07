/** Values at equal steps; NaN = none. */
export type Series = Float64Array | Float32Array;

/** One device of the network with its series; all have the length `steps` of the network. */
export type SensorSeries = {
  readonly id: string;
  /** metres on the plane of the network */
  readonly x: number;
  readonly y: number;
  /** what kind of place it stands at (road, housing, park …); drift compares within a kind first */
  readonly place?: string;
  /** steps that one value lasts: it stands in so many places of the series; 1 when left out */
  readonly every?: number;
  /** by code of the quantity (catalogue), in its unit */
  readonly values: Readonly<Record<string, Series>>;
  /** a second measurement of the same quantity inside the device (the other laser) */
  readonly second?: Readonly<Record<string, Series>>;
  /** codes of `TRANSPORT_FLAGS` by step, 0 = nothing to object */
  readonly transport?: Readonly<Record<string, Uint8Array>>;
  /** natural logarithm of the ratio to the neighbours at which the site normally stands (`siteRatios` of an earlier time) */
  readonly usual?: Readonly<Record<string, number>>;
};

export type Network = {
  /** milliseconds since 1970 of the first step, on a full hour */
  readonly from: number;
  /** a step is 1 to 60 minutes and divides the hour */
  readonly stepMinutes: number;
  readonly steps: number;
  readonly sensors: readonly SensorSeries[];
};

/** valid is what carries no mark; suspect is kept out of means and calibration but stays visible; invalid is kept out of all. */
export type MarkState = 'suspect' | 'invalid';

export type Evidence = Readonly<Record<string, number | string>>;

/** One test's own verdict on one channel for one interval. The values themselves are never changed. */
export type Mark = {
  readonly test: string;
  readonly edition: string;
  /** id of the device and code of the quantity */
  readonly sensor: string;
  readonly channel: string;
  /** milliseconds since 1970, the end not included */
  readonly from: number;
  readonly until: number;
  readonly state: MarkState;
  readonly evidence: Evidence;
};

/** What a test has to say without keeping anything out: a local peak to look at, or that nobody is near enough to compare. */
export type Notice = Omit<Mark, 'state'> & { readonly says: 'local-peak' | 'not-checked' };

export type Findings = {
  readonly marks: readonly Mark[];
  readonly notices: readonly Notice[];
  /** by sensor and channel: the median of each hour without what carries a mark and without local peaks; NaN = none */
  readonly hourly: ReadonlyMap<string, Readonly<Record<string, Float64Array>>>;
};

/** Steps of an hour; a RangeError when the series do not fit the hour or one another. */
export function stepsPerHour({ from, stepMinutes, steps, sensors }: Network): number {
  if (!Number.isInteger(60 / stepMinutes) || from % 3_600_000 !== 0)
    throw new RangeError(`steps must divide the hour and begin on one: ${stepMinutes} min from ${from}`);
  for (const { id, values, second, transport } of sensors)
    for (const kind of [values, second ?? {}, transport ?? {}])
      for (const [code, series] of Object.entries(kind))
        if (series.length !== steps) throw new RangeError(`${id} ${code} has ${series.length} of ${steps} steps`);
  return 60 / stepMinutes;
}
