import { Refusal } from '#platform/refusal';
import type { TableDeps } from '../living-table.ts';
import { talliesOf } from '../verbs/declare.ts';
import { type Part, partsOf, rowsBehind } from '../verbs/rows.ts';
import { needIndicator } from './need.ts';
import { placeNames } from './places.ts';
import type { EvidencePage } from './wire.ts';

export type EvidenceQuestion = { id: string; scope?: string; until: string; part: Part; after?: string; limit: number };

/**
 * A page of the rows behind a figure as of a day.
 * @throws Refusal not_found; bad_request: the evidence of this figure has a page of its own, it has no such part, or the mark
 * is not valid
 */
export async function evidenceOfIndicator(
  { db, districtCode, registry }: TableDeps,
  { id, scope, until, part, after, limit }: EvidenceQuestion,
): Promise<EvidencePage> {
  const { how } = await needIndicator({ db, registry }, id);
  if (!how)
    throw new Refusal('bad_request', {
      zh: '该指标由空气质量评价直接得出，请在空气质量页面查看佐证。',
      en: 'This figure comes from the evaluation of the air; its evidence is on the page of the air.',
    });
  if (!partsOf(how).includes(part))
    throw new Refusal('bad_request', {
      zh: '该指标没有这一类佐证记录，请改选计入、对照或不计入的记录。',
      en: 'This figure has no rows of that kind: ask for those that count, its base or what is left out.',
    });
  const names = await placeNames(db, districtCode);
  const rows = await rowsBehind(db, how, {
    scope: names.scope(scope),
    until,
    part,
    membership: names.membership,
    after: after ? markOf(after) : undefined,
    limit: limit + 1,
  });
  const reasons = new Map(
    talliesOf(how).flatMap(({ exclude = [] }) => exclude.map(({ id: of, title }) => [of, title])),
  );
  const visits = new Set(talliesOf(how).flatMap(({ of }) => ('inspections' in of ? of.inspections : [])));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      source: row.source,
      id: row.id,
      name: row.name,
      href: visits.has(row.source) ? `/inspections/${row.id}` : `/ledgers/${row.source}?entry=${row.id}`,
      day: row.day,
      amount: row.amount,
      street: names.street(row.street),
      unit: names.unit(row.unit),
      reason: row.reason === null ? null : (reasons.get(row.reason) ?? null),
      simulated: row.simulated,
    })),
    next: rows.length > limit && last ? `${last.day}_${last.id}` : null,
  };
}

function markOf(text: string): { day: string; id: number } {
  const found = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(text);
  if (found) return { day: found[1]!, id: Number(found[2]) };
  throw new Refusal('bad_request', {
    zh: '翻页位置无效，请从第一页开始。',
    en: 'This page mark is not valid: begin at the first page.',
  });
}
