import type { UnitDirectory } from '#engines/district';
import type { Uncertain } from '../recognise/raw.ts';
import { joinBroken, splitGlued, splitSeparators } from './unit-grammar.ts';
import { type Match, unitMatcher } from './unit-matcher.ts';

/** Where the names stand: decides which scoped aliases hold. */
export type UnitPlace = { measure: string; task: number };

export type ReadUnits = { names: string[]; uncertain: Omit<Uncertain, 'where'>[] };

const NONE = /^[\s—\-–－―_/／\\\\无]*$/;
const OPEN_END = /(?:等(?:(?:相关|有关|各)?(?:部门|单位|企业))?)$/;
const DUTY = /(?:共同)?(?:牵头|负责|落实|配合|参与|组织实施|按职责(?:分工)?(?:分别)?负责|分别负责)+$/;

/** 1.区住建局, ①区住建局 */
const NUMBERED = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])\s*(?=[\u4e00-\u9fff])/;
const LABEL = /^(?:(?:牵头|主责|责任|主办|配合|协办|协同|参与)(?:责任)?(?:单位|部门)?[：:])\s*/;

/** What a district's directory makes of the words of a unit cell. */
export type UnitReader = (words: string, place: UnitPlace) => ReadUnits;

/**
 * Reads cells of units: names on lines, after 、 or glued together, broken over lines, in full or by an alias that holds
 * at that place; 及 and 等 around them; —— for none. Names come out as the directory writes them; a name that it does not
 * know stays as written and is marked. With an empty directory names are parted and joined by their grammar alone.
 * @param district the plan's district, so that 西城区财政局 is found as 区财政局
 */
export function unitReader(directory: UnitDirectory, district: string | null): UnitReader {
  const known = directory.units.length > 0;
  const match = unitMatcher(directory, district);
  const unexpandable = new Set(
    directory.units.filter((unit) => unit.kind === 'collective' && !unit.members?.length).map((unit) => unit.nameZh),
  );
  return (words, place) => {
    const read: ReadUnits = { names: [], uncertain: [] };
    if (NONE.test(words)) return read;
    const add = (name: string) => {
      if (!read.names.includes(name)) read.names.push(name);
    };
    const lines = words
      .split('\n')
      .map((line) => line.trim().replace(NUMBERED, '').replace(LABEL, ''))
      .filter((line) => !NONE.test(line));
    for (const segment of segments(lines, (text) => match.whole(text, place) !== undefined)) {
      let rest = segment;
      while (rest !== '') {
        const found = match.at(rest, place);
        if (!found) break;
        settle(found, add, read, unexpandable);
        rest = rest.slice(found.length).replace(/^(?:以及|及其|及|和|与|[、，,；;/／\s])+(?=.)/, '');
      }
      if (rest === '' || NONE.test(rest)) continue;
      for (const name of byGrammar(rest, read)) {
        const whole = match.whole(name, place);
        if (whole) settle(whole, add, read, unexpandable);
        else {
          add(name);
          if (known) read.uncertain.push(unknownUnit(name));
          else if (/(?:相关|有关)(?:部门|单位)|成员单位/.test(name)) read.uncertain.push(openCollective(name));
        }
      }
    }
    return read;
  };
}

function settle(found: Match, add: (name: string) => void, read: ReadUnits, unexpandable: ReadonlySet<string>): void {
  if (found.candidates.length > 1) {
    add(found.written);
    const names = found.candidates.join('、');
    read.uncertain.push({
      what: found.written,
      note: {
        zh: `“${found.written}”可能指${names}，请选定`,
        en: `“${found.written}” may mean ${found.candidates.join(' or ')}: please choose`,
      },
    });
    return;
  }
  const name = found.candidates[0]!;
  add(name);
  if (found.confidence < 0.9)
    read.uncertain.push({
      what: found.written,
      note: {
        zh: `“${found.written}”按“${name}”读取，请核对`,
        en: `“${found.written}” was read as “${name}”, please check`,
      },
    });
  if (unexpandable.has(name)) read.uncertain.push(openCollective(name));
}

const unknownUnit = (name: string) => ({
  what: name,
  note: {
    zh: `单位名录中没有“${name}”，按原文保留，请指定或补入名录`,
    en: `“${name}” is not in the directory of units and stays as written: choose a unit or add it`,
  },
});
const openCollective = (name: string) => ({
  what: name,
  note: {
    zh: `“${name}”的成员没有列明，不能展开到具体单位，请指定`,
    en: `The members of “${name}” are not listed, so it cannot be expanded: please name them`,
  },
});

/** Parts the words into stretches that hold one name or several glued ones; lines of one name are joined. */
function segments(lines: readonly string[], isName: (text: string) => boolean): string[] {
  const pieces: { text: string; endsLine: boolean }[] = [];
  for (const line of lines) {
    const parts = splitSeparators(line.replace(/[／/](?=[\u4e00-\u9fff]{2})/g, '、'));
    for (const [i, text] of parts.entries())
      pieces.push({ text, endsLine: i === parts.length - 1 && !/[、，,；;]$/.test(line) });
  }
  const out: { text: string; endsLine: boolean }[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before?.endsLine && joins(before.text, piece.text, isName)) {
      before.text += piece.text;
      before.endsLine = piece.endsLine;
    } else out.push({ ...piece });
  }
  return out.map((piece) => piece.text);
}

/** A name of the directory decides; else the grammar of names. */
function joins(before: string, next: string, isName: (text: string) => boolean): boolean {
  if (isName(next)) {
    // the second half may look like a name of its own: a known longer name goes first
    return !isName(before) && tails(before).some((tail) => isName(tail + next));
  }
  if (tails(before).some((tail) => isName(tail + next))) return true;
  return !isName(before) && joinBroken([before, next]).length === 1;
}

const tails = (text: string): string[] => Array.from({ length: text.length }, (_, i) => text.slice(i));

/** What the directory does not know: 及, 等 and words of duty stripped, glued names parted. */
function byGrammar(text: string, read: ReadUnits): string[] {
  return splitGlued(text).flatMap((piece) => {
    // a telephone number beside the name
    if (/^[\d\s()（）-]+$/.test(piece)) return [];
    let name = piece.replace(/^(?:以及|及其他|及|和|与)(?=.{2})/, (and) => (and === '及其他' ? '其他' : ''));
    name = name.replace(/[（(](?:牵头|主责|负责|配合)[）)]$/, '').replace(DUTY, '');
    if (OPEN_END.test(name)) {
      const named = name.replace(OPEN_END, '');
      read.uncertain.push({
        what: piece,
        note: { zh: `“${piece}”没有列全单位，请核对`, en: `“${piece}” leaves the list of units open, please check` },
      });
      name = named;
    }
    return name
      .split(
        /(?<=局|委|办|处|公司|街道|部|队|中心|部门|单位|政府)(?:和|与|及|以及)(?=区|市|县|各|相关|有关|属地|企事业|企业|驻)/,
      )
      .filter((part) => part.length > 0);
  });
}
