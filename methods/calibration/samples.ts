/** One hour of a sensor beside a reference (or beside the mobile transfer unit that was beside one). */
export type Sample = {
  /** what the sensor read, what was right; same unit */
  readonly sensor: number;
  readonly reference: number;
  /** relative humidity %, NaN where not measured */
  readonly humidity: number;
  /** groups that are held out whole: ISO week or any label of a week, and the place of the comparison */
  readonly week: string;
  readonly site: string;
};
export type Coefficients = Readonly<Record<string, number>>;
