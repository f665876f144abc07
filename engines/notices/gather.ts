import { daysBetween } from '#platform/clock';
import { livePeople, type Person } from '#platform/identity';
import type { Db } from '#platform/store';
import type { ChannelSettings } from './channels/settings.ts';
import { deputiesOn } from './deputies.ts';
import { concerns, type Matter, type MatterSource, reaches, URGENCIES, type Urgency } from './matter.ts';
import { type Preference, preferencesOf } from './preferences.ts';
import {
  type Channel,
  closeOthers,
  closeTold,
  insertDeliveries,
  insertNotices,
  lastTold,
  type NewNotice,
} from './store.ts';

/** A matter that goes on is told again after so many days. */
export const AGAIN_AFTER_DAYS = 7;

export type GatherDeps = {
  db: Db;
  districtCode: string;
  sources: readonly MatterSource[];
  channels: ChannelSettings;
};

export type Gathered = { matters: number; notices: number; messages: number; settled: number };

/**
 * Tells everybody what waits for them as of a day, and closes what is settled. Any number of times a day: what has been
 * told on that day is not told again.
 * @throws whatever a source throws; then nothing is told and nothing closed
 */
export async function gatherNotices(
  { db, districtCode, sources, channels }: GatherDeps,
  day: string,
): Promise<Gathered> {
  const matters = new Map<string, Matter>();
  for (const source of sources) for (const matter of await source(db, day)) matters.set(matter.id, matter);
  const people = new Map((await livePeople(db)).map((person) => [person.id, person]));
  const deputies = await deputiesOn(db, day);
  return db.transaction().execute(async (tx) => {
    const settled = await closeOthers(tx, districtCode, [...matters.keys()]);
    const told = await lastTold(tx, districtCode, [...matters.keys()]);
    const due = addressed([...matters.values()], people, deputies).filter(({ account_id, matter_id, urgency }) => {
      const before = told.get(`${account_id} ${matter_id}`);
      return !before || isDueAgain(before, { day, urgency });
    });
    const made = await insertNotices(
      tx,
      due.map((notice) => ({ ...notice, district_code: districtCode, day })),
    );
    await closeTold(tx, made);
    const preferences = await preferencesOf(tx);
    const deliveries = made.flatMap((notice) =>
      channelsFor(notice, people.get(notice.account_id)!, preferences.get(notice.account_id), channels).map(
        (channel) => ({
          notice_id: notice.id,
          channel,
        }),
      ),
    );
    await insertDeliveries(tx, deliveries);
    return { matters: matters.size, notices: made.length, messages: deliveries.length, settled };
  });
}

/** After a week, or on a later day when it has become more urgent. */
export const isDueAgain = (
  before: { day: string; urgency: Urgency },
  now: { day: string; urgency: Urgency },
): boolean => {
  const days = daysBetween(before.day, now.day);
  const rose = URGENCIES.indexOf(now.urgency) > URGENCIES.indexOf(before.urgency);
  return days >= AGAIN_AFTER_DAYS || (days > 0 && rose);
};

/** Who is told of what; a matter that is one's own comes before the same as somebody's deputy. */
export function addressed(
  matters: readonly Matter[],
  people: ReadonlyMap<string, Person>,
  deputies: ReadonlyMap<string, string>,
): Omit<NewNotice, 'district_code' | 'day'>[] {
  const notices = new Map<string, Omit<NewNotice, 'district_code' | 'day'>>();
  const add = (matter: Matter, account: string, onBehalfOf: string | null) => {
    const key = `${account} ${matter.id}`;
    if (notices.has(key)) return;
    const { id, about, urgency, title, words, href } = matter;
    const said = { about, urgency, title, words: words ?? null, href };
    notices.set(key, { account_id: account, matter_id: id, on_behalf_of: onBehalfOf, ...said });
  };
  for (const matter of matters) {
    const own = [...people.values()].filter((person) => concerns(matter, person));
    for (const { id } of own) add(matter, id, null);
    for (const { id } of own) {
      const deputy = deputies.get(id);
      if (deputy && people.has(deputy)) add(matter, deputy, id);
    }
  }
  return [...notices.values()];
}

/** By which ways besides the application: as the person prefers; a deputy is told by mail whatever the preference. */
function channelsFor(
  notice: { urgency: Urgency; on_behalf_of: string | null },
  person: Person,
  preference: Preference | undefined,
  { mail }: ChannelSettings,
): Channel[] {
  const wantsMail = notice.on_behalf_of !== null || reaches(notice.urgency, preference?.mail ?? 'soon');
  const wantsHook = !!preference?.hookUrl && reaches(notice.urgency, preference.hook);
  return [...(mail && person.email && wantsMail ? (['mail'] as const) : []), ...(wantsHook ? (['hook'] as const) : [])];
}
