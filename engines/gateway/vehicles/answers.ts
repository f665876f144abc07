import { encodeHj1239, type Hj1239Message } from '#protocols/hj-1239';
import { answerTo, COMMAND_ITSELF, type Message } from '#protocols/vehicle-link';
import type { Outcome } from '../intake/arrival.ts';

const EIGHT_HOURS = 8 * 3_600_000;
/** A time of six bytes, Beijing time. */
function sixBytes(now: number): Uint8Array {
  const t = new Date(now + EIGHT_HOURS);
  const of = [t.getUTCFullYear() - 2000, t.getUTCMonth() + 1, t.getUTCDate()];
  return Uint8Array.of(...of, t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds());
}

/** Commands that log a vehicle or a platform in: who is refused is told so. */
const LOGINS: ReadonlySet<string> = new Set(['login', 'platformLogin']);
/** HJ 1239.3-2021 4.5: the answer to an activation. */
const ACTIVATION_ANSWER = 0x08;
const ACTIVATED = { state: 1, reason: 1 } as const;
const NOT_ACTIVATED = { state: 2, reason: 4 } as const;

/**
 * What a vehicle or a platform of a maker is answered (GB/T 32960.3-2016 6.3.2, HJ 1239.3-2021 5.3.2): ok when it is
 * committed, an error when a log-in is refused. Heads of terminals have no response byte, and annex Q defines no answer; an
 * activation alone is answered there. Answers are not answered.
 */
export function vehicleAnswer(message: Message): null | ((outcome: Outcome) => Uint8Array | null) {
  const { envelope, command } = message;
  if (!envelope) return null;
  if (envelope.head === 'terminal') return command === 'activation' ? (outcome) => activated(message, outcome) : null;
  if (envelope.response !== COMMAND_ITSELF) return null;
  const isLogin = command !== null && LOGINS.has(command);
  return (outcome) => {
    if (outcome === 'refused') return isLogin ? answerTo(message, 'error') : null;
    return command === 'time' ? answerTo(message, 'ok', sixBytes(Date.now())) : answerTo(message, 'ok');
  };
}

function activated({ envelope }: Message, outcome: Outcome): Uint8Array {
  const values = outcome === 'stored' ? ACTIVATED : NOT_ACTIVATED;
  const body = { kind: 'record', values, rest: new Uint8Array() } as const;
  return encodeHj1239({ ...envelope!, command: ACTIVATION_ANSWER }, body as Hj1239Message['body']);
}
