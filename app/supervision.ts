import { lateFindings, ledgerFreshness, ownComponents, type SupervisionDeps } from '#engines/supervision';
import type { Db } from '#platform/store';
import type { Context } from './context.ts';
import { indicators, ledgers } from './definitions.ts';

/** What supervision needs of the house; the parts of a score are gathered here. */
export const supervisionDeps = ({ district, clock }: Pick<Context, 'district' | 'clock'>, db: Db): SupervisionDeps => ({
  db,
  districtCode: district.district.code,
  clock,
  registry: indicators,
  books: ledgers,
  components: [...ownComponents, ledgerFreshness, lateFindings],
});
