import { sql } from 'kysely';
import { type Acting, record } from '#platform/audit';
import { attachmentType, type GivenFile, keepFile } from '#platform/files';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import {
  gone,
  MAY_REPORT,
  MAY_SUPERVISE,
  measureOf,
  placeOf,
  type SupervisionDeps,
  unitOf,
  wrongState,
} from './deps.ts';
import { ownMatter } from './extensions.ts';
import type { GivenMeeting } from './wire.ts';

export type ItemRow = {
  meeting_id: string;
  no: number;
  unit_id: string;
  what: string;
  due_on: string;
  year: number;
  measure_id: string | null;
  state: 'open' | 'done' | 'verified';
  done_on: string | null;
  done_by: string | null;
  done_words: string | null;
  done_by_name: string | null;
  verified_on: string | null;
  verified_by_name: string | null;
};
export type MeetingRow = {
  id: string;
  held_on: string;
  title: string;
  participants: string;
  minutes: string;
  kept_by_name: string;
  items: ItemRow[];
  files: { id: string; name: string }[];
};

/** Meetings of a year with what they ordered, newest first. */
export async function meetingsOf(db: Db, districtCode: string, year: number): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.held_on::text, m.title, m.participants, m.minutes, m.kept_by_name,
      coalesce((select jsonb_agg(to_jsonb(i) order by i.no) from dispatch_item i where i.meeting_id = m.id), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.file_id, 'name', f.name) order by f.position)
        from dispatch_meeting_file f where f.meeting_id = m.id), '[]') as files
    from dispatch_meeting m where m.district_code = ${districtCode} and extract(year from m.held_on) = ${year}
    order by m.held_on desc, m.kept_at desc`.execute(db);
  return rows;
}

/** Keeps the minutes of a dispatch meeting; what it ordered becomes what its units owe. @throws Refusal not_found, value_out_of_range */
export async function keepMeeting(deps: SupervisionDeps, actor: Acting, given: GivenMeeting): Promise<void> {
  const { db, districtCode } = deps;
  const year = Number(given.heldOn.slice(0, 4));
  for (const item of given.items) {
    await unitOf(deps, item.unitId);
    if (item.measureId) await measureOf(deps, year, item.measureId);
    if (item.dueOn < given.heldOn)
      throw new Refusal('value_out_of_range', {
        zh: '会议交办事项的期限不能早于会议日期。',
        en: 'What a meeting orders is not due before the meeting.',
      });
  }
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into dispatch_meeting (district_code, held_on, title, participants, minutes, kept_by_name)
      values (${districtCode}, ${given.heldOn}, ${given.title}, ${given.participants}, ${given.minutes}, ${actor.name})
      returning id`.execute(tx);
    await sql`
      insert into dispatch_item (meeting_id, no, unit_id, what, due_on, year, measure_id)
      select ${rows[0]!.id}, no, "unitId", what, "dueOn", ${year}, "measureId" from jsonb_to_recordset(
        ${JSON.stringify(given.items.map((item, i) => ({ ...item, no: i + 1 })))}::jsonb)
        g (no int, "unitId" text, what text, "dueOn" date, "measureId" text)`.execute(tx);
    await record(tx, actor, {
      action: 'supervision.meeting.keep',
      subjectKind: 'meeting',
      subjectId: rows[0]!.id,
      after: { ...given },
    });
  });
}

/** Adds the signed minutes or what was handed out to a meeting that is kept. @throws Refusal not_found, document_… */
export async function addToMeeting(
  { db, districtCode }: SupervisionDeps,
  actor: Acting,
  meetingId: string,
  files: readonly GivenFile[],
): Promise<void> {
  const types = files.map(({ name, bytes }) => attachmentType(name, bytes));
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from dispatch_meeting where id = ${meetingId} and district_code = ${districtCode} for update`.execute(
      tx,
    );
    if (rows.length === 0) throw gone();
    for (const [i, { name, bytes }] of files.entries()) {
      const kept = await keepFile(tx, { name, mediaType: types[i]!, content: bytes, createdBy: actor.accountId });
      await sql`
        insert into dispatch_meeting_file (meeting_id, position, file_id, name, by_name)
        select ${meetingId}, coalesce(max(position), 0) + 1, ${kept.id}, ${name.slice(0, 200)}, ${actor.name}
        from dispatch_meeting_file where meeting_id = ${meetingId}`.execute(tx);
    }
    await record(tx, actor, {
      action: 'supervision.meeting.add',
      subjectKind: 'meeting',
      subjectId: meetingId,
      after: { files: files.map(({ name }) => name) },
    });
  });
}

/** The unit says that it is done, the air office (another person) verifies it or opens it again. */
export async function moveItem(
  deps: SupervisionDeps,
  actor: Actor,
  { meetingId, no, act, words }: { meetingId: string; no: number; act: 'done' | 'verify' | 'reopen'; words: string },
): Promise<void> {
  const { db, districtCode, clock } = deps;
  const { rows } = await sql<ItemRow>`
    select i.* from dispatch_item i join dispatch_meeting m on m.id = i.meeting_id
    where m.district_code = ${districtCode} and i.meeting_id = ${meetingId} and i.no = ${no}`.execute(db);
  const item = rows[0];
  if (!item) throw gone();
  if (act === 'done') actor.require(MAY_REPORT, placeOf(await unitOf(deps, item.unit_id)));
  else actor.require(MAY_SUPERVISE);
  if (act === 'verify' && item.done_by !== null && item.done_by === actor.accountId) throw ownMatter();
  const day = clock.today();
  const at = sql`meeting_id = ${meetingId} and no = ${no}`;
  await db.transaction().execute(async (tx) => {
    const done =
      act === 'done'
        ? await sql`update dispatch_item set state = 'done', done_on = ${day}, done_by = ${actor.accountId},
            done_by_name = ${actor.name}, done_words = ${words.trim()} where ${at} and state = 'open'`.execute(tx)
        : act === 'verify'
          ? await sql`update dispatch_item set state = 'verified', verified_on = ${day}, verified_by_name = ${actor.name}
            where ${at} and state = 'done'`.execute(tx)
          : await sql`update dispatch_item set state = 'open' where ${at} and state = 'done'`.execute(tx);
    if (Number(done.numAffectedRows) !== 1) throw wrongState();
    await record(tx, actor, {
      action: `supervision.item.${act}`,
      subjectKind: 'meeting',
      subjectId: meetingId,
      before: { no, state: item.state },
      after: { no, words: words.trim() },
    });
  });
}
