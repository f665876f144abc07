import type { Generated } from 'kysely';
import type { Deadline, Duty, SourcePlace, Target } from '../wire.ts';

export type VersionTables = {
  plan: { id: Generated<string>; district_code: string; year: number };
  plan_version: {
    id: Generated<string>;
    plan_id: string;
    no: number;
    title: string;
    draft_id: string;
    file_id: string;
    file_name: string;
    adopted_on: string;
    effective_on: string;
    adopted_by: string | null;
    adopted_by_name: string | null;
    note: string | null;
  };
  plan_chapter: { version_id: string; position: number; no: number; title: string };
  plan_task: { version_id: string; position: number; chapter_position: number; no: number; title: string };
  measure: {
    version_id: string;
    position: number;
    task_position: number;
    id: string;
    no: number;
    lineage: string;
    text: string;
    deadline_kind: Deadline['kind'];
    deadline_raw: string;
    deadline_date: string | null;
    deadline_months: number[] | null;
    source: SourcePlace;
  };
  measure_unit: {
    version_id: string;
    measure_position: number;
    role: Duty['role'];
    position: number;
    raw: string;
    unit_id: string | null;
    members: Duty['members'];
  };
  measure_target: {
    version_id: string;
    measure_position: number;
    no: number;
    what: string;
    operator: Target['operator'];
    value: string | null;
    unit: string | null;
    scope: string | null;
    period: string | null;
    soft: string | null;
    quote: string;
    quote_start: number | null;
    quote_end: number | null;
    confidence: number;
  };
};
