import type { Sentence } from '#platform/refusal';
import { DEVIATIONS as OF_FIELDS } from '#protocols/fields';
import { DEVIATIONS as OF_HJ_212 } from '#protocols/hj-212';

/** What the gateway itself counts of a connection. */
const OF_LINKS: Readonly<Record<string, Sentence>> = {
  'two-senders': { zh: '两台设备轮流使用同一编号', en: 'two devices take turns under one number' },
};

/** A departure in words, by the protocol that it was counted in; null for one that has none. */
export function deviationWords(protocol: string, name: string): Sentence | null {
  const table: Readonly<Record<string, { zh: string; en: string }>> = protocol === 'hj-212' ? OF_HJ_212 : OF_FIELDS;
  const row = OF_LINKS[name] ?? table[name];
  return row ? { zh: row.zh, en: row.en } : null;
}
