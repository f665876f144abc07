import type { Facts } from './facts.types.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When its newest values came; null: none ever. */
export function valuesAtOf({ newest }: Pick<Facts, 'newest'>): number | null {
  return newest.length ? Math.max(...newest.map(({ receivedAt }) => receivedAt)) : null;
}

/**
 * How often values are to be expected, ms: of the shortest span that the device sent within a day of its newest values; of
 * one that has sent nothing, what its model is set to.
 */
export function intervalOf({ newest, settings }: Pick<Facts, 'newest' | 'settings'>): number {
  const last = valuesAtOf({ newest });
  const spans = newest.filter(({ receivedAt }) => last !== null && receivedAt > last - DAY).map((p) => p.spanMinutes);
  const of = (span: number) => (span === 0 ? settings.realtimeInterval * 1000 : span * MINUTE);
  if (spans.length) return Math.min(...spans.map(of));
  if (settings.hourFrom === 'realtime') return settings.realtimeInterval * 1000;
  return (settings.hourFrom === 'device' ? 60 : settings.minuteInterval) * MINUTE;
}
