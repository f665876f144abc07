import type { UnitDirectory } from '#engines/district';
import { readDocument } from './read/read.ts';
import type { PlanDocumentReading, PlanReading } from './reading.types.ts';
import { recognise } from './recognise/recognise.ts';
import { understand } from './understand/understand.ts';

/**
 * Reads a plan document: the file as a grid, its chapters, tasks and measures, and what their words mean.
 * A pure function of the bytes: nothing is stored.
 * @param directory the district's units; with no units in it, or where the plan is another district's, names are kept as
 *   written, parted and joined by grammar
 * @param options year and district where the document's own title is to be overruled
 * @throws Refusal document_unreadable | document_encrypted | document_has_macros | document_too_large | document_empty |
 *   document_is_picture | document_kind_unknown
 */
export function readPlan(
  name: string,
  bytes: Uint8Array,
  directory: UnitDirectory,
  options: { year?: number; district?: string } = {},
): PlanDocumentReading {
  const document = readDocument(name, bytes);
  const { plan, warnings } = recognise(document);
  const given = { ...plan, year: options.year ?? plan.year, district: options.district ?? plan.district };
  // only the title says for certain whose plan it is
  const named = given.district && (options.district || given.title?.includes(given.district));
  const elsewhere = directory.district && named && given.district !== directory.district;
  if (elsewhere)
    warnings.push({
      code: 'other_district',
      zh: `这是${given.district}的计划，单位名称按原文保留，未用${directory.district}的单位名录`,
      en: `This is a plan of ${given.district}: its units stay as written, the directory of ${directory.district} was not used`,
    });
  const read = understand(given, name, elsewhere ? { units: [] } : directory);
  return { ...read, document, warnings: [...document.warnings, ...warnings] };
}

/** A reading as compact text for a terminal. */
export function printReading(reading: PlanReading): string {
  const lines = [`${reading.title ?? '（无标题）'}  ${reading.year ?? '?'}  ${reading.district ?? '?'}`];
  for (const chapter of reading.chapters) {
    lines.push('', `${chapter.no}  ${chapter.title}`);
    for (const task of chapter.tasks) {
      lines.push(`  ${task.no}  ${task.title}`);
      for (const measure of task.measures) {
        const { deadline } = measure;
        lines.push(`    ${measure.id}  ${measure.text.replace(/\n/g, ' / ')}`);
        lines.push(
          `         ${deadline.raw || '—'} [${deadline.kind}${deadline.date ? ` ${deadline.date}` : ''}${deadline.months ? ` ${deadline.months.join(',')}` : ''}]`,
        );
        if (measure.coordinator?.length) lines.push(`         牵头 ${measure.coordinator.join('、')}`);
        lines.push(`         主责 ${measure.lead.join('、') || '—'}   协办 ${measure.support.join('、') || '—'}`);
        for (const t of measure.targets)
          lines.push(
            `         → ${[t.scope, t.period, t.what, t.operator, t.value, t.unit, t.soft && `（${t.soft}）`].filter((part) => part !== null && part !== '').join(' ')}`,
          );
        for (const u of measure.uncertain) lines.push(`         ? ${u.note.zh}`);
      }
    }
  }
  return lines.join('\n');
}

export type * from './reading.types.ts';
