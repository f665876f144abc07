import { Refusal } from '#platform/refusal';
import type { TextMessage } from './message.ts';

/** A topic with names in it: `{vendor}/{id}/data`, or `v1.1/Datastreams({stream})/Observations`. */
export const DEFAULT_TOPICS = ['{vendor}/{id}/data', 'v1.1/Datastreams({stream})/Observations'] as const;

export type TopicPattern = {
  readonly pattern: string;
  /** for subscribing: levels with a name in them are + */
  readonly filter: string;
  readonly match: RegExp;
};

/** What a topic says: the device, and for SensorThings the one quantity. */
export type Address = Pick<TextMessage, 'identity' | 'factor'>;

/** @throws Refusal config_invalid: a topic without {id} or {stream} */
export function topicPattern(pattern: string): TopicPattern {
  if (!/\{(id|stream)\}/.test(pattern))
    throw new Refusal('config_invalid', {
      zh: `MQTT 主题 ${pattern} 中没有 {id} 或 {stream}，无法知道是哪台设备，请改正。`,
      en: `The MQTT topic ${pattern} has neither {id} nor {stream}, so that no device can be told: correct it.`,
    });
  const levels = pattern.split('/');
  const filter = levels.map((level) => (/\{\w+\}/.test(level) ? '+' : level)).join('/');
  const source = levels
    .map((level) =>
      level
        .split(/(\{\w+\})/)
        .map((part) =>
          /^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>[^/]+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
        )
        .join(''),
    )
    .join('/');
  return { pattern, filter, match: new RegExp(`^${source}$`) };
}

/** What a topic says by the first pattern that fits; null when none does. */
export function addressOf(topic: string, patterns: readonly TopicPattern[]): Address | null {
  for (const { match } of patterns) {
    const groups = match.exec(topic)?.groups;
    if (!groups) continue;
    if (groups.id !== undefined) return { identity: groups.id };
    return addressOfStream(groups.stream!);
  }
  return null;
}

/** A datastream's id is the device's identity and the factor, `MN-1:pm25`, in quotes as SensorThings writes texts. */
export function addressOfStream(stream: string): Address | null {
  const id = stream.replace(/^'(.*)'$/, '$1');
  const colon = id.lastIndexOf(':');
  return colon < 1 || colon === id.length - 1 ? null : { identity: id.slice(0, colon), factor: id.slice(colon + 1) };
}
