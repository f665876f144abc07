import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import type { Deadline, Duty, MeasureCore, SourcePlace, Target } from '../wire.ts';

export type AdoptedMeasure = MeasureCore & { source: SourcePlace; lineage: string };
export type MeasureRow = AdoptedMeasure & {
  versionId: string;
  chapterTitle: string;
  taskPosition: number;
  taskTitle: string;
};

/** Adopted measures with duties and targets, by one query; `which` narrows table `m`. In the order of their versions' tables. */
export async function measureRows(db: Db, which: RawBuilder<unknown>): Promise<MeasureRow[]> {
  const { rows } = await sql<{
    version_id: string;
    position: number;
    id: string;
    no: number;
    lineage: string;
    text: string;
    kind: Deadline['kind'];
    raw: string;
    date: string | null;
    months: number[] | null;
    source: SourcePlace;
    task_position: number;
    task_no: number;
    task_title: string;
    chapter_no: number;
    chapter_title: string;
    duties: Duty[];
    targets: Target[];
  }>`
    select m.version_id, m.position, m.id, m.no, m.lineage, m.text, m.source, m.task_position,
      m.deadline_kind as kind, m.deadline_raw as raw, m.deadline_date as date, m.deadline_months as months,
      t.no as task_no, t.title as task_title, c.no as chapter_no, c.title as chapter_title,
      coalesce((
        select jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'name', u.raw, 'role', u.role, 'members', u.members)
          order by u.position)
        from measure_unit u where u.version_id = m.version_id and u.measure_position = m.position), '[]') as duties,
      coalesce((
        select jsonb_agg(jsonb_build_object('no', g.no, 'what', g.what, 'operator', g.operator, 'value', g.value::text,
          'unit', g.unit, 'scope', g.scope, 'period', g.period, 'soft', g.soft, 'quote', g.quote, 'confidence', g.confidence,
          'at', case when g.quote_start is null then null
            else jsonb_build_object('start', g.quote_start, 'end', g.quote_end) end) order by g.no)
        from measure_target g where g.version_id = m.version_id and g.measure_position = m.position), '[]') as targets
    from measure m
    join plan_task t on t.version_id = m.version_id and t.position = m.task_position
    join plan_chapter c on c.version_id = t.version_id and c.position = t.chapter_position
    where ${which}
    order by m.version_id, m.position`.execute(db);
  return rows.map((r) => ({
    id: r.id,
    position: r.position,
    chapterNo: r.chapter_no,
    taskNo: r.task_no,
    no: r.no,
    text: r.text,
    deadline: { kind: r.kind, raw: r.raw, date: r.date, months: r.months },
    duties: r.duties,
    targets: r.targets,
    source: r.source,
    lineage: r.lineage,
    versionId: r.version_id,
    chapterTitle: r.chapter_title,
    taskPosition: r.task_position,
    taskTitle: r.task_title,
  }));
}

/** One measure without what says where it stood. */
export function adoptedMeasure(row: MeasureRow): AdoptedMeasure {
  const { versionId: _v, chapterTitle: _c, taskPosition: _p, taskTitle: _t, ...measure } = row;
  return measure;
}
