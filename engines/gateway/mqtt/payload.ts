import { isUtf8 } from 'node:buffer';
import type { TextMessage } from '../messages/message.ts';
import type { Address } from '../messages/topics.ts';

/** What was published, as a message; a payload that is no text is kept in base64, to be looked at by a person. */
export function messageOf(topic: string, payload: Buffer | string, { identity, factor }: Address): TextMessage {
  const bytes = typeof payload === 'string' ? Buffer.from(payload, 'utf8') : payload;
  const text = isUtf8(bytes) ? bytes.toString('utf8') : `base64:${bytes.toString('base64')}`;
  return { identity, by: topic, ...(factor === undefined ? {} : { factor }), text };
}
