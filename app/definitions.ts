import { airIndicators, monthlyAirBulletin, progressFrom, storedAir } from '#chapters/air';
import { cityIndicators, cityInspections, cityLedgers } from '#chapters/city';
import { dustIndicators, dustInspections, dustLedgers } from '#chapters/dust';
import { energyIndicators, energyInspections, energyLedgers } from '#chapters/energy';
import { responseIndicators, responseInspections, responseLedgers } from '#chapters/response';
import { vehiclesIndicators, vehiclesInspections, vehiclesLedgers } from '#chapters/vehicles';
import { vocIndicators, vocInspections, vocLedgers } from '#chapters/voc';
import { bulletinRegistry } from '#engines/bulletins';
import { indicatorRegistry, livingTableOf, type SourceNames } from '#engines/indicators';
import { LedgerBooks } from '#engines/ledgers';
import { planYears } from '#engines/plan';
import { fixedClock } from '#platform/clock';
import type { Db } from '#platform/store';
import { VERSION } from './version.ts';

/** What the chapters declare, gathered once for the engines. */
export const indicators = indicatorRegistry([
  ...airIndicators,
  ...vocIndicators,
  ...vehiclesIndicators,
  ...energyIndicators,
  ...dustIndicators,
  ...cityIndicators,
  ...responseIndicators,
]);

const progress = progressFrom(async (db, districtCode, asOf) => {
  const year = Number(asOf.slice(0, 4));
  if (!(await planYears(db, districtCode)).includes(year)) return null;
  return livingTableOf({ db, districtCode, clock: fixedClock(asOf), registry: indicators }, { year, asOf });
});

export const bulletins = bulletinRegistry([monthlyAirBulletin(storedAir, progress)]);

/** The ledgers that the chapters declare; administrators add their own in the browser. */
export const ledgers = new LedgerBooks(
  [...vocLedgers, ...vehiclesLedgers, ...energyLedgers, ...dustLedgers, ...cityLedgers, ...responseLedgers],
  VERSION,
);

/** The visits and samplings that the chapters declare. */
export const inspectionKinds = [
  ...vocInspections,
  ...vehiclesInspections,
  ...energyInspections,
  ...dustInspections,
  ...cityInspections,
  ...responseInspections,
];

/** What figures are computed from, by the names that people know. */
export const sourceNamesOf =
  (db: Db): SourceNames =>
  async (id) => {
    const kind = inspectionKinds.find((one) => one.id === id);
    if (kind) return { title: kind.title, href: `/inspections?kind=${id}` };
    const ledger = (await ledgers.all(db)).find((one) => one.id === id);
    return ledger ? { title: ledger.title, href: `/ledgers/${id}` } : null;
  };
