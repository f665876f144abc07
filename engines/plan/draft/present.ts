import type { UnitDirectory } from '#engines/district';
import type { Draft, DraftSummary, ReviewField } from '../wire.ts';
import { contentOf } from './content.ts';
import { doubts, isSettled } from './replay.ts';
import type { DraftRow } from './store.ts';
import { type Act, type Field, MEASURE_FIELDS, type Working } from './working.types.ts';

type Head = Pick<DraftRow, 'id' | 'file_name' | 'created_at' | 'created_by_name'>;

export function summaryOf(row: Head, working: Working): DraftSummary {
  return {
    id: row.id,
    fileName: row.file_name,
    title: working.title.value || null,
    year: working.year.value,
    ...doubts(working),
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
  };
}

/** A draft as the review page shows it: the document on one side, what was made of it on the other. */
export function draftPage(
  row: DraftRow,
  working: Working,
  acts: readonly Act[],
  directory: UnitDirectory,
  amends: Draft['amends'],
): Draft {
  const content = contentOf(working, directory);
  const headings = working.chapters.flatMap((c) => [
    review(`chapters/${c.key}/no`, c.no),
    review(`chapters/${c.key}/title`, c.title),
    ...c.tasks.flatMap((t) => [review(`tasks/${t.key}/no`, t.no), review(`tasks/${t.key}/title`, t.title)]),
  ]);
  return {
    ...summaryOf(row, working),
    fileId: row.file_id,
    document: row.document,
    warnings: row.warnings,
    fields: [review('title', working.title), review('year', working.year), ...headings],
    chapters: content.chapters.map((chapter) => ({
      ...chapter,
      tasks: chapter.tasks.map((task) => ({
        ...task,
        measures: task.measures.map(({ working: measure, ...core }) => ({
          ...core,
          key: measure.key,
          fields: MEASURE_FIELDS.map((name) => review(`measures/${measure.key}/${name}`, measure.fields[name])),
          uncertain: MEASURE_FIELDS.filter((name) => !isSettled(measure.fields[name] as Field<unknown>)).length,
        })),
      })),
    })),
    acts: [...acts],
    amends,
  };
}

function review(path: string, { machine, value, corrected, ...rest }: Field<unknown>): ReviewField {
  const { uncertain, settled, by, at, reason } = rest;
  return {
    path,
    machine,
    ...(corrected ? { corrected: value } : {}),
    uncertain: uncertain && { ...uncertain },
    settled: uncertain ? settled : true,
    by,
    at,
    reason,
  };
}
