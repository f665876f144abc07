import type { LedgerDefinition } from '#engines/ledgers';
import { divide, exact, isNumeric, roundExact } from '#standards/gb-t-8170';
import { deductSand, type SandWay } from '#standards/hj-1221';
import { TSP_RANKING } from '#standards/tsp-ranking';

type Derive = NonNullable<LedgerDefinition['derive']>;
const written = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const number = (value: unknown): string | null => {
  const said = typeof value === 'number' ? String(value) : written(value);
  return said !== null && isNumeric(said) ? said : null;
};

/**
 * Dustfall of a dish by HJ 1221, t/(km²·30 d) with one decimal, with sand and with its share taken out. There is no
 * figure without sand while nobody has said how many sand days there were, or where the way leaves none (a month that
 * is dropped, the dust of the sand days not weighed).
 */
export const deriveDustfall: Derive = (values) => {
  const [w1, w0, area, days] = [values.loaded, values.empty, values.area, values.days].map(number);
  if (!w1 || !w0 || !area || !days || Number(area) <= 0 || Number(days) <= 0) return {};
  const sample = { w1, w0, wc: number(values.blank) ?? '0', areaSquareCentimetres: area, days };
  const { withSand, withoutSand } = deductSand(
    sample,
    {
      sandDays: number(values.sandDays),
      sandGrams: number(values.sandMass),
      reference: { now: number(values.referenceNow), usual: number(values.referenceUsual) },
    },
    values.sandWay ? { sandWay: values.sandWay as SandWay } : {},
  );
  return { dustfall: withSand.value, ...(withoutSand.value === null ? {} : { withoutSand: withoutSand.value }) };
};

/** Residue of a sample: mass in g over the area swept in m²; g/m², 2 decimals. */
export const deriveResidue: Derive = (values) => {
  const [mass, area] = [written(values.mass), written(values.area)];
  if (mass === null || area === null || Number(area) === 0) return {};
  return { residue: roundExact(divide(exact(mass), exact(area)), 2) };
};

/** How long a load may be under way, in hours: longer, and nobody can say that what arrived is what left. */
export const LOAD_HOURS = 24;

/**
 * Whether a load's own record is whole: it left sealed and washed under a permit, and reached a disposal site after it left and
 * within `LOAD_HOURS`. Without both hours only an arrival on the same day is known to be in time. Whether the permit and the
 * site were good on that day is for the ledgers of trucks and disposal sites to say.
 */
export const deriveLoop: Derive = ({ permit, sealed, washed, disposal, leftOn, leftAt, arrivedOn, arrivedAt }) => {
  const said = written(permit) && written(disposal) && sealed === true && washed === true;
  const [left, arrived] = [written(leftOn), written(arrivedOn)];
  if (!said || !left || !arrived) return { loop: 'open' };
  const [from, to] = [written(leftAt), written(arrivedAt)];
  if (!from || !to) return { loop: arrived === left ? 'whole' : 'open' };
  const hours = (Date.parse(`${arrived}T${to}Z`) - Date.parse(`${left}T${from}Z`)) / 3_600_000;
  return { loop: hours >= 0 && hours <= LOAD_HOURS ? 'whole' : 'open' };
};

/** The place from the worst by which the target is judged: the printed one, or the 31st at least for a street not listed. */
export const deriveFromEnd: Derive = ({ listed, place }) => {
  if (listed === 'no') return { fromEnd: String(TSP_RANKING.listed + 1) };
  return listed === 'yes' && number(place) !== null ? { fromEnd: String(place) } : {};
};
