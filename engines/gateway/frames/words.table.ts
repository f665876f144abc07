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

/** Why a connection ended, as the links say it, in both languages. */
const ENDINGS: Readonly<Record<string, Sentence>> = {
  'closed by the device': { zh: '设备断开', en: 'closed by the device' },
  'the device has connected anew': { zh: '设备重新连接', en: 'the device has connected anew' },
  'the platform stops': { zh: '平台停止服务', en: 'the platform stops' },
  'answers are not read': { zh: '设备不接收应答', en: 'answers are not read' },
  'a fault of the platform': { zh: '平台故障', en: 'a fault of the platform' },
  'said nothing': { zh: '连上后没有说话', en: 'said nothing' },
  'silent for too long': { zh: '太久没有报文', en: 'silent for too long' },
};

export const endingWords = (reason: string | null): Sentence | null =>
  reason === null ? null : (ENDINGS[reason] ?? { zh: reason, en: reason });
