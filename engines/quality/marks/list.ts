import { sql } from 'kysely';
import { addDays, type CalendarDate, startOfDay } from '#platform/clock';
import type { Db } from '#platform/store';
import { isPollutant } from '#standards/pollutants';
import type { MarkList, QualityMark } from '../wire.ts';

export type MarkFilter = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly device?: string;
  readonly test?: string;
  readonly state?: 'suspect' | 'invalid' | 'told';
  readonly review?: 'open' | 'provisional' | 'audited';
  /** the last entry of the page before */
  readonly after?: string;
  readonly limit: number;
};

type Row = {
  id: number;
  device_id: number;
  code: string;
  name: string | null;
  kind: string;
  simulated: boolean;
  street_code: string | null;
  channel_no: number;
  pollutant: string | null;
  unit: string | null;
  from_at: Date;
  until_at: Date;
  test: string;
  edition: string;
  state: QualityMark['state'];
  evidence: QualityMark['evidence'];
  review: QualityMark['review'];
  audited: boolean;
  found_at: Date;
  standing: QualityMark['standing'];
};

const columns = sql`m.id, m.device_id, d.code, d.name, d.kind, d.simulated, d.street_code, m.channel_no, c.pollutant, c.unit, m.from_at,
  m.until_at, m.test, m.edition, m.state, m.evidence, m.review, m.audited, m.found_at,
  (select jsonb_build_object('id', r.id, 'verdict', r.verdict, 'reason', r.reason, 'at', r.reviewed_at, 'by', r.reviewed_by_name,
      'byId', r.reviewed_by, 'auditedBy', r.audited_by_name, 'auditedAt', r.audited_at, 'auditReason', r.audit_reason)
   from qc_review r where r.mark_id = m.id and r.state in ('provisional', 'audited')) as standing`;
const from = sql`qc_mark m join device d on d.id = m.device_id left join channel c on c.device_id = m.device_id and c.no = m.channel_no`;

/** Marks of a period, newest first, a page at a time. */
export async function listMarks(db: Db, filter: MarkFilter, me: string | null): Promise<MarkList> {
  const [afterAt, afterId] = filter.after?.split('_') ?? [];
  const conditions = [
    sql`m.gone_at is null`,
    sql`m.from_at < ${startOfDay(addDays(filter.until, 1))}`,
    sql`m.until_at > ${startOfDay(filter.from)}`,
    filter.state ? sql`m.state = ${filter.state}` : sql`m.state <> 'told'`,
    ...(filter.device ? [sql`d.code = ${filter.device}`] : []),
    ...(filter.test ? [sql`m.test = ${filter.test}`] : []),
    ...(filter.review === 'open' ? [sql`m.review = 'open'`] : []),
    ...(filter.review === 'provisional' ? [sql`m.review <> 'open' and not m.audited`] : []),
    ...(filter.review === 'audited' ? [sql`m.audited`] : []),
    ...(afterAt ? [sql`(m.from_at, m.id) < (${new Date(Number(afterAt))}, ${Number(afterId)}::bigint)`] : []),
  ];
  const { rows } = await sql<Row>`select ${columns} from ${from} where ${sql.join(conditions, sql` and `)}
    order by m.from_at desc, m.id desc limit ${filter.limit + 1}`.execute(db);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    marks: page.map((row) => shapeOf(row, me)),
    next: rows.length > filter.limit && last ? `${last.from_at.getTime()}_${last.id}` : null,
  };
}

export async function markById(db: Db, id: number, me: string | null): Promise<QualityMark | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${from} where m.id = ${id} and m.gone_at is null`.execute(db);
  return rows[0] && shapeOf(rows[0], me);
}

/** Marks of a device that meet a period, all channels. */
export async function marksOfDevice(
  db: Db,
  deviceId: number,
  begin: Date,
  end: Date,
  me: string | null,
): Promise<QualityMark[]> {
  const { rows } =
    await sql<Row>`select ${columns} from ${from} where m.device_id = ${deviceId} and m.gone_at is null and m.from_at < ${end}
    and m.until_at > ${begin} order by m.from_at, m.id`.execute(db);
  return rows.map((row) => shapeOf(row, me));
}

function shapeOf(row: Row, me: string | null): QualityMark {
  const { standing } = row;
  return {
    id: Number(row.id),
    device: {
      id: row.device_id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      simulated: row.simulated,
      streetCode: row.street_code,
    },
    channel: {
      no: row.channel_no,
      pollutant: row.pollutant !== null && isPollutant(row.pollutant) ? row.pollutant : null,
      unit: row.unit,
    },
    from: row.from_at.toISOString(),
    until: row.until_at.toISOString(),
    test: row.test,
    edition: row.edition,
    state: row.state,
    evidence: row.evidence,
    review: row.review,
    audited: row.audited,
    foundAt: row.found_at.toISOString(),
    standing: standing && {
      ...standing,
      at: new Date(standing.at).toISOString(),
      auditedAt: standing.auditedAt && new Date(standing.auditedAt).toISOString(),
      mine: me !== null && standing.byId === me,
    },
  };
}
