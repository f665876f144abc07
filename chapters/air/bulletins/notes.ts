import { type BulletinBlock, dateZh } from '#engines/bulletins';
import type { Comparison, Provenance } from '#engines/evaluation';
import type { Sentence } from '#platform/refusal';
import { validityRule } from '#standards/gb-3095';
import { citationsOf, RULE_BOOKS, type RuleBook } from '#standards/rule-book';
import { note } from './cells.ts';
import { sandDays } from './days.ts';
import type { Facts } from './facts.ts';
import { DOCUMENTS, ROUNDING_DOCUMENT } from './statistics.table.ts';

const bookOf = (edition: string): RuleBook | undefined => RULE_BOOKS.find(({ id }) => id === edition);

/** 'GB 3095-2012 tables 1 and 2 …' → 'GB 3095-2012' */
const numberOf = (citation: string) => /^[A-Z]+(?:\/T)? \d+(?:\.\d+)?-\d{4}/.exec(citation)?.[0] ?? citation;

/** The documents whose rules the figures follow, as Chinese text names them. */
export function editionsOf(edition: string): string[] {
  const book = bookOf(edition);
  const cited = book ? citationsOf(book).map(numberOf) : [edition];
  return [...cited.map((number) => DOCUMENTS[number] ?? number), ROUNDING_DOCUMENT];
}

/** What made a day and a month count, with the rule's own numbers. */
export function validityOf(facts: Facts): Sentence {
  const quality = bookOf(facts.month.now.edition)?.quality;
  const day = quality && validityRule(quality, 'PM25', 'day');
  const year = quality && validityRule(quality, 'PM25', 'year');
  const least = (facts.monthNo === 2 ? year?.february : undefined) ?? year?.perMonth;
  const valid = facts.month.now.days.valid;
  if (!day || !least) {
    return { zh: `本月有效监测${valid}天。`, en: `Valid days in the month: ${valid}.` };
  }
  return {
    zh: `日均值须有不少于${day.least}个有效小时值，月均值须有不少于${least}个有效日均值，不足的不作评价；本月有效监测${valid}天。`,
    en: `A day needs at least ${day.least} valid hours, a month at least ${least} valid days; what has less is not evaluated. Valid days in the month: ${valid}.`,
  };
}

/** Where figures come from when they are not plain measurements of their day; each label once. */
export function provenanceOf(...both: readonly (Comparison | null)[]): Provenance[] {
  const all = both.flatMap((one) => [...(one?.now.provenance ?? []), ...(one?.before?.provenance ?? [])]);
  return [...new Map(all.map((one) => [one.label.zh, one])).values()];
}

/** The label that stands above everything else where the figures are replayed or simulated. */
export function provenanceBanner(facts: Facts): BulletinBlock[] {
  const labels = (of: readonly Provenance[] | undefined) => [...new Set((of ?? []).map(({ label }) => label.zh))];
  const [now, before] = [labels(facts.month.now.provenance), labels(facts.month.before?.provenance)];
  if (!now.length && !before.length) return [];
  const of = (period: string, names: string[]) => (names.length ? [`${period}数据为${names.join('、')}`] : []);
  const said = [...of(`${facts.year}年`, now), ...of(`上年同期（${facts.year - 1}年）`, before)];
  return [note(`【演示数据】${said.join('，')}，并非当期实际监测结果，仅供演示系统功能。`)];
}

export const cutOffOf = ({ month: { now } }: Facts): Sentence => ({
  zh: `${dateZh(now.until)}24时`,
  en: `${now.until} 24:00`,
});

/** The notes at the end: rules, cut-off, validity, sand, reading of figures. */
export function closingNotes(facts: Facts): BulletinBlock[] {
  const sand = sandDays(facts.days).map(({ date }) => `${Number(date.slice(8))}日`);
  const days = sand.length
    ? `本月受沙尘天气影响的日期：${sand.join('、')}（共${sand.length}天）`
    : '本月没有登记的沙尘天气过程';
  const sandNote = `${days}；除注明“扣除沙尘天气影响”的外，各项数字均未扣除沙尘。`;
  const notes = [
    `评价依据：${editionsOf(facts.month.now.edition).join('、')}；同比两期按同一版本标准计算。`,
    `数据截止时间：${cutOffOf(facts).zh}。`,
    `数据有效性：${validityOf(facts).zh}`,
    `沙尘影响：${sandNote}`,
    '同比依据公布（修约后）数值计算，负值为下降；数值相同为持平；上年同期有效数据不足的不作同比。',
  ];
  return notes.map((text, i) => note(`${i + 1}．${text}`));
}
