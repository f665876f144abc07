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

/** The place from the worst by which the target is judged: the printed one, or the 31st at least for a street not listed. */
export const deriveFromEnd: Derive = ({ listed, place }) => {
  if (listed === 'no') return { fromEnd: String(TSP_RANKING.listed + 1) };
  return listed === 'yes' && number(place) !== null ? { fromEnd: String(place) } : {};
};
