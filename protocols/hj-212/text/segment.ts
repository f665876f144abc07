import type { CipherForm, Hj212Segment } from '../message.ts';
import { ANSWERS } from '../tables/commands.table.ts';
import type { Deviation, DeviationName } from '../tables/deviations.table.ts';
import { editionOfFlag } from '../tables/editions.table.ts';
import { FIELD_ORDER } from '../tables/fields.table.ts';
import { readArea } from './area.ts';
import { type Written, written } from './written.ts';

const [SEMICOLON, COMMA, EQUALS, AMP] = [0x3b, 0x2c, 0x3d, 0x26];
const NO_GROUPS: Hj212Segment['groups'] = [];
export const NO_DEVIATIONS: readonly Deviation[] = [];

const isMark = (codes: Uint8Array, at: number) => codes[at] === AMP && codes[at + 1] === AMP;

const NOTHING: readonly (readonly [string, string])[] = [];
const NAMES = FIELD_ORDER;
const [QN, ST, CN, PW, MN, FLAG, PNUM, PNO, RF] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
type Text = string | null;
type Values = [Text, Text, Text, Text, Text, Text, Text, Text, Text];

/** The place in FIELD_ORDER of a name that is written as it should be; -1 for any other. */
function fieldAt(codes: Uint8Array, start: number, end: number): number {
  const first = codes[start];
  for (let place = 0; place < NAMES.length; place += 1) {
    const name = NAMES[place] as string;
    if (name.length !== end - start || name.charCodeAt(0) !== first) continue;
    let i = 1;
    while (i < name.length && name.charCodeAt(i) === codes[start + i]) i += 1;
    if (i === name.length) return place;
  }
  return -1;
}

/** Values by their place in FIELD_ORDER, fields of other names, and where the data area begins (after `CP=`). */
type Header = {
  readonly values: Values;
  readonly others: readonly (readonly [string, string])[];
  readonly area: number;
};

function readHeader({ text, codes }: Written, from: number, to: number, odd: Deviation[]): Header {
  const values: Values = [null, null, null, null, null, null, null, null, null];
  let others: (readonly [string, string])[] | null = null;
  let [start, last, ordered, area] = [from, -1, true, to];
  while (start < to) {
    let equals = start;
    while (equals < to && codes[equals] !== EQUALS && codes[equals] !== SEMICOLON) equals += 1;
    if (equals - start === 2 && codes[equals] === EQUALS && isArea(codes, start)) {
      area = equals + 1;
      if (codes[start] !== 0x43 || codes[start + 1] !== 0x50)
        odd.push({ name: 'field-name-case', detail: text.substring(start, equals) });
      break;
    }
    let end = equals;
    let stray = false;
    for (; end < to && codes[end] !== SEMICOLON; end += 1)
      if (codes[end] === COMMA || codes[end] === AMP || (codes[end] === EQUALS && end > equals)) stray = true;
    if (end === start) odd.push({ name: 'field-empty', detail: '' });
    else {
      const value = text.substring(Math.min(equals + 1, end), end);
      if (stray) odd.push({ name: 'field-value-stray', detail: value });
      let place = fieldAt(codes, start, equals);
      if (place < 0) place = fieldMeant(text.substring(start, equals), odd);
      if (place < 0 || values[place] !== null) {
        if (place >= 0) odd.push({ name: 'field-repeated', detail: NAMES[place] as string });
        others ??= [];
        others.push([text.substring(start, equals), value]);
      } else {
        values[place] = value;
        if (place < last) ordered = false;
        last = place;
      }
    }
    start = end + 1;
  }
  if (!ordered) odd.push({ name: 'field-order', detail: namesIn(text.slice(from, area)) });
  return { values, others: others ?? NOTHING, area };
}

const isArea = (codes: Uint8Array, at: number) =>
  ((codes[at] as number) | 32) === 0x63 && ((codes[at + 1] as number) | 32) === 0x70;

/** Names of the fields before the area as sent: `QN,ST,CN`. */
const namesIn = (header: string) =>
  header
    .split(';')
    .filter((field) => field !== '' && !/^cp=$/i.test(field))
    .map((field) => field.split('=', 1)[0])
    .join(',');

/** Where the data area lies between its marks; `odd` learns of marks that are missing. */
function areaOf({ text, codes }: Written, area: number, end: number, odd: Deviation[]): { from: number; to: number } {
  const opened = area + 2 <= end && isMark(codes, area);
  if (!opened) odd.push({ name: 'area-opening-missing', detail: '' });
  const from = opened ? area + 2 : area;
  if (end - 2 >= from && isMark(codes, end - 2)) {
    const inside = text.indexOf('&&', from);
    if (inside >= 0 && inside < end - 2) odd.push({ name: 'mark-inside-area', detail: '' });
    return { from, to: end - 2 };
  }
  const close = text.lastIndexOf('&&', end - 2);
  if (close >= from) {
    odd.push({ name: 'text-after-area', detail: text.slice(close + 2, end) });
    return { from, to: close };
  }
  odd.push({ name: 'area-closing-missing', detail: '' });
  return { from, to: end };
}

/** What is known of the bytes before the text is read. */
export type SegmentFacts = {
  readonly cipher: CipherForm | null;
  /** the data area cannot be read and stays unsplit */
  readonly sealed: boolean;
};
const CLEAR: SegmentFacts = { cipher: null, sealed: false };

/**
 * Reads a data segment (without `##`, length and checksum): fields in any order, names in any case, then the data area.
 * Nothing is refused; what departs from HJ 212 §6.3.2 is named in `deviations`.
 */
export const readSegment = (text: string, facts?: SegmentFacts): Hj212Segment =>
  readSegmentIn(written(text), 0, text.length, facts);

/** The same for a segment that stands in a longer text, from `from` to `to`. */
export function readSegmentIn(
  whole: Written,
  from: number,
  to: number,
  { cipher, sealed }: SegmentFacts = CLEAR,
): Hj212Segment {
  const odd: Deviation[] = [];
  const { values, others, area } = readHeader(whole, from, to, odd);
  const flag = flagOf(values[FLAG], odd);
  checkHeader(values, flag, odd);
  const bounds = areaOf(whole, area, to, odd);
  const groups = sealed ? NO_GROUPS : readArea(whole, bounds.from, bounds.to, odd);
  return {
    qn: values[QN],
    st: values[ST],
    cn: values[CN],
    pw: values[PW],
    mn: values[MN],
    flag,
    pnum: values[PNUM],
    pno: values[PNO],
    rf: values[RF],
    edition: flag === null ? '2005' : editionOfFlag(flag),
    hasPacketNo: flag !== null && (flag & 2) !== 0,
    needAck: flag !== null && (flag & 1) !== 0,
    others,
    groups,
    cipher,
    deviations: odd.length > 0 ? odd : NO_DEVIATIONS,
  };
}

/** The place of the field that an odd name means: `FLAG`, `,MN`; -1 for one that HJ 212 does not have. */
function fieldMeant(sent: string, odd: Deviation[]): number {
  const letters = sent.replace(/[^A-Za-z]/g, '');
  if (letters !== sent) odd.push({ name: 'field-name-stray', detail: sent });
  const meant = FIELD_ORDER.find((name) => name.toLowerCase() === letters.toLowerCase());
  if (meant === undefined) odd.push({ name: 'field-unknown', detail: sent });
  else if (meant !== letters) odd.push({ name: 'field-name-case', detail: letters });
  return meant === undefined ? -1 : NAMES.indexOf(meant);
}

function flagOf(sent: string | null, odd: Deviation[]): number | null {
  if (sent === null) return null;
  const flag = /^\d{1,3}$/.test(sent) ? Number(sent) : 256;
  if (flag <= 255) {
    if (String(flag) !== sent) odd.push({ name: 'flag-form', detail: sent });
    if (editionOfFlag(flag) === null) odd.push({ name: 'flag-version', detail: sent });
    return flag;
  }
  odd.push({ name: 'flag-form', detail: sent });
  return null;
}

function isDigits(text: string, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x30 || c > 0x39) return false;
  }
  return true;
}

const NUMBER = /^\d{1,4}$/;

function checkHeader(values: Values, flag: number | null, odd: Deviation[]): void {
  const add = (name: DeviationName, detail: string) => {
    odd.push({ name, detail });
  };
  const [qn, st, cn] = [values[QN], values[ST], values[CN]];
  const [pw, mn] = [values[PW], values[MN]];
  if (qn === null) add('qn-missing', '');
  else if (!isDigits(qn, 17)) add('qn-form', qn);
  if (st === null) add('st-missing', '');
  else if (st.length !== 2) add('st-length', String(st.length));
  if (cn === null) add('cn-missing', '');
  else if (!isDigits(cn, 4)) add('cn-form', cn);
  if (pw === null) add('pw-missing', '');
  else if (pw.length !== 6) add('pw-length', String(pw.length));
  if (mn === null) add('mn-missing', '');
  else if (mn.length !== 14 && mn.length !== 24) add('mn-length', String(mn.length));
  const [pnum, pno, rf] = [values[PNUM], values[PNO], values[RF]];
  if (pnum !== null && !NUMBER.test(pnum)) add('packet-no-form', pnum);
  if (pno !== null && !NUMBER.test(pno)) add('packet-no-form', pno);
  if (rf !== null && rf !== '1' && rf !== '0') add('rf-form', rf);
  const numbered = pnum !== null || pno !== null;
  if (flag === null) {
    if (numbered) add('packet-no-without-flag', '');
  } else {
    if (((flag & 2) !== 0) !== numbered) add('packet-no-disagrees', String(flag));
    if ((flag & 1) !== 0 && cn !== null && ANSWERS.has(cn)) add('answer-wants-answer', cn);
  }
}
