import type { LedgerDefinition } from '#engines/ledgers';
import { checkEntry, FAMILIES, type Family, VOC_SETTINGS, type VocEntry } from '#standards/voc-limits';

const UNITS = ['g/L', 'g/kg', '%'] as const;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** Choices of the families, as ledgers write them: lower case and hyphens. */
export const FAMILY_CHOICES = (Object.keys(FAMILIES) as Family[]).map((family) => ({
  id: family.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  title: FAMILIES[family],
  family,
}));

/**
 * A product against the VOC limits of its class on its day: `verdict` is complies, exceeds, or open (no limit, no date, a
 * class too wide …), and `limit` the limit with its standard. What cannot be judged is open, never passed.
 */
export const deriveVerdict: NonNullable<LedgerDefinition['derive']> = (values) => {
  const family = FAMILY_CHOICES.find(({ id }) => id === values.family)?.family;
  const unit = UNITS.find((one) => one === { 'g-l': 'g/L', 'g-kg': 'g/kg', percent: '%' }[String(values.unitOf)]);
  if (!family || !unit) return { verdict: 'open' };
  const content = text(values.content);
  const entry: VocEntry = {
    family,
    path: (text(values.productClass) ?? '').split('/').flatMap((part) => part.trim() || []),
    content: content === null ? null : { value: content },
    unit,
    origin: values.origin === 'measured' ? 'measured' : 'declared',
    density: text(values.density),
    state: values.state === 'application' || values.state === 'delivered' ? values.state : null,
    manufactured: text(values.madeOn),
    used: text(values.usedOn) ?? text(values.sampledOn),
  };
  const { result, verdicts } = checkEntry(entry, VOC_SETTINGS);
  const row = verdicts.find((one) => one.result === result)?.row;
  return {
    verdict: result,
    limit: row ? `${row.limit} ${row.unit}（${row.standard}）` : undefined,
  };
};

/** Hours in which tankers are not to unload in summer 错峰: from 10:00 to 18:00. */
export const PEAK = { from: '10:00', until: '18:00' } as const;
/** Months of the year in which that is asked. */
export const SEASON = { from: '06', until: '09' } as const;
export const derivePeak: NonNullable<LedgerDefinition['derive']> = ({ startedAt, unloadedOn }) => {
  const [at, month] = [text(startedAt), text(unloadedOn)?.slice(5, 7)];
  return {
    ...(at === null ? {} : { offPeak: !(at >= PEAK.from && at < PEAK.until) }),
    ...(month === undefined ? {} : { inSeason: month >= SEASON.from && month <= SEASON.until }),
  };
};
