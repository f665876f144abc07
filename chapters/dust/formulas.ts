import type { LedgerDefinition } from '#engines/ledgers';
import { divide, exact, multiply, roundExact, subtract } from '#standards/gb-t-8170';

type Derive = NonNullable<LedgerDefinition['derive']>;
const written = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Dustfall of a jar (GB/T 15265: M = W / (S · n) · 30 · 10⁴): mass in g, mouth in cm², days; t/km² in 30 days, 2 decimals.
 * @returns null where a part is missing
 */
export function dustfallOf(mass: string | null, area: string | null, days: number | null): string | null {
  if (mass === null || area === null || !days || Number(area) === 0) return null;
  const perDay = divide(exact(mass), multiply(exact(area), exact(days)));
  return roundExact(multiply(perDay, exact(300_000)), 2);
}

export const deriveDustfall: Derive = (values) => {
  const days = typeof values.days === 'number' ? values.days : Number(values.days ?? 0);
  const dustfall = dustfallOf(written(values.mass), written(values.area), days);
  if (dustfall === null) return {};
  const sand = written(values.sand) ?? '0';
  return { dustfall, withoutSand: roundExact(subtract(exact(dustfall), exact(sand)), 2) };
};

/** Residue of a sample: mass in g over the area swept in m²; g/m², 2 decimals. */
export const deriveResidue: Derive = (values) => {
  const [mass, area] = [written(values.mass), written(values.area)];
  if (mass === null || area === null || Number(area) === 0) return {};
  return { residue: roundExact(divide(exact(mass), exact(area)), 2) };
};

/** The place counted from the end of a list: the last of 331 is 1. */
export const deriveFromEnd: Derive = ({ rank, of }) => {
  const end = Number(of) - Number(rank) + 1;
  return Number.isInteger(end) && end > 0 ? { fromEnd: String(end) } : {};
};
