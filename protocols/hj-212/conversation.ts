import { type Hj212Draft, item } from './encode.ts';
import { fieldOf, type Hj212Segment } from './message.ts';
import { ANSWERS, commandRow } from './tables/commands.table.ts';
import { EDITIONS } from './tables/editions.table.ts';

type Said = Pick<Hj212Segment, 'qn' | 'st' | 'cn' | 'pw' | 'mn' | 'flag' | 'edition' | 'needAck' | 'groups'>;

/** ST of everything that is said about another message (2017 table 5). */
const INTERACTION = '91';

/** The exchange that a message belongs to: its QN, in 2005 the one in its data area. */
export const exchangeOf = (message: Said): string | null => message.qn ?? fieldOf(message, 'QN');

/**
 * Which answer a message of a device asks for: 9013 to a notice, 9014 to everything else that has the answer bit, also to
 * a command that nobody knows (the device would repeat it for ever); none to an answer, although devices set the bit
 * there and two peers would acknowledge each other without end.
 */
export function answerCode({ cn, needAck }: Pick<Said, 'cn' | 'needAck'>): '9013' | '9014' | null {
  if (!needAck || (cn !== null && ANSWERS.has(cn))) return null;
  const notice = cn !== null && commandRow(cn)?.uses.some(({ by, as }) => by === 'D' && as === 'notice');
  return notice ? '9013' : '9014';
}

/**
 * The answer itself, to be sent when the message is kept; null when it asks for none. Same QN, PW, MN, no answer bit
 * (2017 §6.5, tables C.10, C.48). In 2005 the QN stands in the data area; an upload without one gets an empty area.
 */
export function answerTo(message: Said): Hj212Draft | null {
  const code = answerCode(message);
  return code && reply(message, code, []);
}

/** 9011 and 9012, as a device says them (for simulated devices). Codes: REQUEST_RETURNS, RESULT_RETURNS. */
export const requestAnswer = (message: Said, qnRtn: string): Hj212Draft =>
  reply(message, '9011', [item('QnRtn', qnRtn)]);
export const requestResult = (message: Said, exeRtn: string): Hj212Draft =>
  reply(message, '9012', [item('ExeRtn', exeRtn)]);

function reply(message: Said, cn: string, items: readonly ReturnType<typeof item>[]): Hj212Draft {
  const { pw, mn, flag } = message;
  const edition = message.edition ?? '2017';
  const qn = exchangeOf(message);
  const inArea = EDITIONS[edition].answerQn === 'area';
  const area = inArea && qn !== null ? [item('QN', qn), ...items] : items;
  return {
    qn: inArea ? null : qn,
    st: INTERACTION,
    cn,
    pw,
    mn,
    // who sent no Flag is not sent one
    flag: flag === null ? null : EDITIONS[edition].versionBits << 2,
    groups: area.map((one) => [one]),
  };
}

/** What a message means for a request that waits for its answer. */
export type Step =
  | { readonly step: 'accepted' | 'refused' | 'done' | 'failed'; readonly code: string }
  /** one packet of the data that were asked for; whether more come, PNUM and 9012 say */
  | { readonly step: 'data' };

/**
 * Which step of the waiting request `asked` a message of the same device is: 9011 accepts or refuses it, packets with its
 * own CN bring the data, 9012 ends it; 9013 and 9014 end a notice. Null: it has nothing to do with it. The QN ties answers
 * to a request, but not the parts of split data, which have their own (2017 tables C.49, C.50).
 */
export function stepOf(asked: { readonly qn: string; readonly cn: string }, message: Said): Step | null {
  const { cn } = message;
  if (cn === asked.cn) return { step: 'data' };
  if (cn === null || !ANSWERS.has(cn)) return null;
  const qn = exchangeOf(message);
  if (qn !== null && qn !== asked.qn) return null;
  if (cn === '9011') {
    const code = fieldOf(message, 'QnRtn') ?? '';
    return { step: code === '1' ? 'accepted' : 'refused', code };
  }
  if (cn === '9012') {
    const code = fieldOf(message, 'ExeRtn') ?? '';
    return { step: code === '1' || code === '100' ? 'done' : 'failed', code };
  }
  return { step: 'done', code: '' };
}

/** Which part of how many a packet is; null for one that stands alone. Each part is data in its own right. */
export function partOf({ pnum, pno }: Pick<Hj212Segment, 'pnum' | 'pno'>): { of: number; number: number } | null {
  if (pnum === null || pno === null || !/^\d{1,4}$/.test(pnum) || !/^\d{1,4}$/.test(pno)) return null;
  return { of: Number(pnum), number: Number(pno) };
}
