import type { ReadDeadline } from '../reading.types.ts';
import { chineseToNumber } from '../recognise/numerals.ts';

/** The usual beginning of heating in northern plans; a plan that means another day prints it. */
const HEATING_BEGINS = '11-15';
const HEATING_MONTHS = [11, 12, 1, 2, 3];
const SEASONS: Record<string, number[]> = { 春: [3, 4, 5], 夏: [6, 7, 8], 秋: [9, 10, 11], 冬: [12, 1, 2] };
const QUARTER: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const lastDay = (year: number, month: number) => day(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

/**
 * Understands the words of a deadline: 年底前, 6月30日前, 三季度末, 长期实施, 6-9月, 供暖季前（11月15日前）, 每月 …
 * @param year the plan's year, for dates without one; without a plan's year such dates are left out
 * @returns kind, the words as one line, and the date or months; confidence 1 for plain words, lower for readings that
 *   stretch them, 0 when nothing is understood (kind `other`)
 */
export function readDeadline(words: string, year: number | null): ReadDeadline {
  const raw = words.replace(/\n/g, '').trim();
  // blanks and the width of signs do not matter; Chinese numerals before 月 and 日 are figures
  const text = raw
    .replace(/[\s\u3000]/g, '')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日号])/g, (n) => String(chineseToNumber(n) ?? n));
  const found = understand(text, year);
  return {
    kind: found.kind,
    raw,
    ...(found.date ? { date: found.date } : {}),
    ...(found.months ? { months: found.months } : {}),
    confidence: found.confidence,
  };
}

type Found = Omit<ReadDeadline, 'raw'>;

function understand(text: string, planYear: number | null): Found {
  if (text === '' || /^[—\-–/／无]+$/.test(text)) return { kind: 'other', confidence: 0 };
  const dates = datesIn(text, planYear);
  const last = dates.at(-1);
  if (/(供暖|采暖|取暖)(季|期|季节)?(开始|到来|来临)?[之以]?前/.test(text)) {
    const date = last?.date ?? (planYear ? `${planYear}-${HEATING_BEGINS}` : undefined);
    return { kind: 'before_heating', date, confidence: last ? 1 : 0.7 };
  }
  const span = seasonIn(text);
  if (span?.months?.length === 12)
    return { kind: 'long_term', ...(planYear ? { date: day(planYear, 12, 31) } : {}), confidence: 0.8 };
  if (span && !/月底前|日前|底前/.test(text.replace(/[（(].*?[）)]/g, ''))) return span;
  const recurring =
    /(每(年|月|季度?|周|日|天|半年|半月|旬|两周|个月|两月)|按(年|月|季度?|周|日)|月度|定期|逐月|逐季|(?<![一二三四1-4])季度$|半月一次)/.test(
      text,
    );
  if (/^(\d{1,2}月[、,，]){2,}\d{1,2}月$/.test(text)) return { kind: 'recurring', confidence: 0.7 };
  if (recurring && !(last && /(底|日|月)前?$/.test(text) && !/每/.test(text)))
    return { kind: 'recurring', ...(last ? { date: last.date } : {}), confidence: 0.9 };
  if (/^(贯穿|20\d{2}年?)?全年(推进|实施|开展|落实|坚持)?$|年度内持续/.test(text))
    return { kind: 'long_term', ...(planYear ? { date: day(planYear, 12, 31) } : {}), confidence: 0.8 };
  const lasting = /(长期|持续|常态化?|长效|日常|常年|全程|随时|实时|一贯|永久)/.test(text);
  if (last)
    return { kind: 'by_date', date: last.date, confidence: dates.length > 1 || lasting ? 0.6 : last.confidence };
  if (lasting) return { kind: 'long_term', confidence: 1 };
  return { kind: 'other', confidence: /(立即|即日|已完成|已建成|按照?|根据|适时|视)/.test(text) ? 0.7 : 0.2 };
}

/** All days that the words name as an end, in their order. */
function datesIn(text: string, planYear: number | null): { date: string; confidence: number }[] {
  const out: { at: number; date: string; confidence: number }[] = [];
  let rest = text;
  const take = (pattern: RegExp, make: (m: RegExpMatchArray) => { date: string; confidence: number } | undefined) => {
    for (const m of rest.matchAll(pattern)) {
      const found = make(m);
      if (!found) continue;
      out.push({ at: m.index, ...found });
      rest = rest.slice(0, m.index) + '＿'.repeat(m[0].length) + rest.slice(m.index + m[0].length);
    }
  };
  const yearOf = (written: string | undefined) => {
    if (!written) return planYear;
    if (/次年|明年|来年/.test(written)) return planYear === null ? null : planYear + 1;
    if (/今年|本年|当年/.test(written)) return planYear;
    return Number(written.replace(/\D/g, '')) || planYear;
  };
  const YEAR = '((?:20\\d{2}年?|次年|明年|今年|本年|当年)(?:度)?)?';
  take(/(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g, (m) => ({ date: day(+m[1]!, +m[2]!, +m[3]!), confidence: 1 }));
  take(new RegExp(`${YEAR}(\\d{1,2})月(\\d{1,2})[日号]`, 'g'), (m) => {
    const year = yearOf(m[1]);
    return year ? { date: day(year, +m[2]!, +m[3]!), confidence: 1 } : undefined;
  });
  take(new RegExp(`${YEAR}(\\d{1,2})月(底|末|上旬|中旬|下旬)?(之?前|以前)?`, 'g'), (m) => {
    const year = yearOf(m[1]);
    const month = +m[2]!;
    if (!year || month < 1 || month > 12) return undefined;
    if (m[3] === '上旬') return { date: day(year, month, 10), confidence: 0.9 };
    if (m[3] === '中旬') return { date: day(year, month, 20), confidence: 0.9 };
    // 6月前: before June begins, though some mean its end
    if (!m[3] && m[4]) return { date: month === 1 ? day(year - 1, 12, 31) : lastDay(year, month - 1), confidence: 0.5 };
    return { date: lastDay(year, month), confidence: m[3] ? 1 : 0.8 };
  });
  take(/(20\d{2})[-/.](\d{1,2})(?!\d)/g, (m) =>
    +m[2]! <= 12 ? { date: lastDay(+m[1]!, +m[2]!), confidence: 0.8 } : undefined,
  );
  take(new RegExp(`${YEAR}第?([一二三四1-4])季度(末|底)?(之?前)?`, 'g'), (m) => {
    const year = yearOf(m[1]);
    return year ? { date: lastDay(year, QUARTER[m[2]!]! * 3), confidence: 0.9 } : undefined;
  });
  take(new RegExp(`${YEAR}(上半年|(?<!每)半年(?=$|底|末)|年中|下半年)(末|底)?(之?前)?`, 'g'), (m) => {
    const year = yearOf(m[1]);
    return year ? { date: m[2] === '下半年' ? day(year, 12, 31) : day(year, 6, 30), confidence: 0.9 } : undefined;
  });
  take(new RegExp(`${YEAR}(年底|年末|底|末|年内|年度?内|度内|全年完成|年终)(之?前|完成)?`, 'g'), (m) => {
    const year = yearOf(m[1]);
    if ((m[2] === '底' || m[2] === '末') && !m[1]) return undefined;
    return year ? { date: day(year, 12, 31), confidence: 1 } : undefined;
  });
  take(/(?:(20\d{2})年?)?[“"]?十([三四五六])五[”"]?(末|期末|期间|时期)?/g, (m) => ({
    date: day(2010 + 5 * ('三四五六'.indexOf(m[2]!) + 2), 12, 31),
    confidence: 0.6,
  }));
  take(/(20\d{2})年(度)?$/g, (m) => ({ date: day(+m[1]!, 12, 31), confidence: 0.8 }));
  const feasts: [RegExp, number, number][] = [
    [/汛期(来临|到来)?[之以]?前/g, 5, 31],
    [/国庆节?[之以]?前/g, 9, 30],
    [/五一(节)?[之以]?前/g, 4, 30],
  ];
  for (const [pattern, month, date] of feasts)
    take(pattern, () => (planYear ? { date: day(planYear, month, date), confidence: 0.6 } : undefined));
  return out.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** 6-9月, 5月至9月, 11月15日至次年3月15日, 夏季, 采暖季. */
function seasonIn(text: string): Found | undefined {
  const span = /(\d{1,2})月?(?:\d{1,2}[日号])?(?:[-—–~～―－]+|至|到)(?:次年|翌年|明年|20\d{2}年)?(\d{1,2})月/.exec(
    text,
  );
  if (span) {
    const [from, to] = [+span[1]!, +span[2]!];
    if (from >= 1 && from <= 12 && to >= 1 && to <= 12) {
      const months: number[] = [];
      for (let m = from; ; m = (m % 12) + 1) {
        months.push(m);
        if (m === to) break;
      }
      return { kind: 'season', months, confidence: 1 };
    }
  }
  const list = /^(?:每年)?((?:\d{1,2}[、,，])+\d{1,2})月(份)?$/.exec(text);
  if (list) return { kind: 'season', months: list[1]!.split(/[、,，]/).map(Number), confidence: 0.9 };
  if (/(供暖|采暖|取暖)(季|期)/.test(text)) return { kind: 'season', months: [...HEATING_MONTHS], confidence: 0.8 };
  const seasons = [...text.matchAll(/([春夏秋冬、和]+)季/g)].flatMap((m) =>
    [...m[1]!.replace(/[、和]/g, '')].flatMap((c) => SEASONS[c]!),
  );
  return seasons.length ? { kind: 'season', months: seasons, confidence: 0.6 } : undefined;
}
