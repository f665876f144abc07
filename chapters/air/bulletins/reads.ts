import type { AirDay, AirScope, Comparison } from '#engines/evaluation';
import type { IndicatorState } from '#engines/indicators';
import type { Db } from '#platform/store';

export type Asked = {
  readonly scope: AirScope;
  readonly kind: 'month' | 'year_to_date';
  /** the period's last day */
  readonly until: string;
  /** the variant without sand periods; there is none where the period has no sand */
  readonly sandExcluded?: boolean;
};

/** What the monthly bulletin asks of the evaluation: stored figures, never computed here. */
export type AirReads = {
  /** a period beside last year's, by one edition; null when the period has no figures */
  comparison(db: Db, asked: Asked): Promise<Comparison | null>;
  days(db: Db, scope: AirScope, from: string, until: string): Promise<readonly AirDay[]>;
  /** the stations whose figures are the district's */
  stations(db: Db, districtCode: string): Promise<readonly { code: string; name: string }[]>;
};

/** A measure of the plan that these figures serve, as it stands on a day. */
export type PlanProgress = {
  readonly measureId: string;
  /** the measure's wording */
  readonly text: string;
  readonly states: readonly IndicatorState[];
};
/** null where no plan of the year is adopted: the section is left out */
export type ProgressRead = (db: Db, districtCode: string, asOf: string) => Promise<PlanProgress | null>;
