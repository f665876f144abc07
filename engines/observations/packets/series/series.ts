import type pg from 'pg';
import { type DevicePlace, devicePlaces, measuringDevices } from '#engines/devices';
import { addDays, dateOf, isCalendarDate, startOfDay } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { dbOn } from '../../import/land.ts';
import { sourcesOf } from '../../store.ts';
import { archivedMonths, monthOf } from '../archive/months.ts';
import { type MarksOf, NO_MARKS } from '../hours/marks.ts';
import { HOUR_SETTINGS, type HourSettings } from '../hours/rules.table.ts';
import { madePage } from './made.ts';
import { packetPage, spansOfDevice } from './packets.ts';
import { dayPage, hourPage } from './stored.ts';
import type { DeviceSeries, SeriesQuery, SeriesRow, SeriesStep } from './wire.ts';

export type SeriesDeps = { readonly pool: pg.Pool; readonly settings?: HourSettings; readonly marksOf?: MarksOf };

const MADE_MINUTES: Partial<Record<SeriesStep, number>> = { '1m': 1, '5m': 5, '15m': 15 };
/** rows, or their JSON texts where there are many */
type Page = { texts: string[]; sourceIds: readonly number[]; next: string | null };
type Asked = Omit<SeriesQuery, 'from' | 'until' | 'asOf'> & { from: Date; until: Date; asOf: Date | undefined };

/**
 * A page of what one device measured, as the JSON text of a `DeviceSeries`.
 * @throws Refusal not_found, bad_request
 */
export async function deviceSeries(deps: SeriesDeps, id: number, query: SeriesQuery): Promise<string> {
  const client = await deps.pool.connect();
  try {
    const db = dbOn(client);
    const [device] = await devicePlaces(db, id);
    if (!device)
      throw new Refusal('not_found', {
        zh: '没有这台设备，请从设备列表进入。',
        en: 'There is no such device: open it from the list of devices.',
      });
    const asked = {
      ...query,
      from: instantOf(query.from, 0),
      until: instantOf(query.until, 1),
      asOf: query.asOf === undefined ? undefined : new Date(query.asOf),
    };
    const { texts, sourceIds, next } = await pageOf(client, deps, id, asked);
    const about: Omit<DeviceSeries, 'rows'> = {
      ...shown(device),
      step: query.step,
      asOf: asked.asOf?.toISOString() ?? null,
      next,
      sources: await sourcesIn(db, sourceIds),
      archivedMonths: [...(await archivedMonths(client))]
        .filter((month) => month >= monthOf(asked.from.getTime()) && month <= monthOf(asked.until.getTime() - 1))
        .sort(),
    };
    return `${JSON.stringify(about).slice(0, -1)},"rows":[${texts.join(',')}]}`;
  } finally {
    client.release();
  }
}

const shown = ({ id, code, name, kind, simulated, channels }: DevicePlace) => ({
  device: { id, code, name, kind, simulated },
  channels,
});

const sourcesIn = async (db: Db, ids: readonly number[]): Promise<DeviceSeries['sources']> =>
  (await sourcesOf(db, ids)).map(({ id, kind, label }) => ({ id, kind, label }));

/** A page of rows that are few or made anyway. */
const pageOfRows = (rows: readonly SeriesRow[], next: string | null): Page => ({
  texts: rows.map((row) => JSON.stringify(row)),
  sourceIds: [...new Set(rows.flatMap((row) => row.sourceIds))],
  next,
});

const instantOf = (text: string, daysOn: number) =>
  isCalendarDate(text) ? startOfDay(addDays(text, daysOn)) : new Date(text);

async function pageOf(client: pg.PoolClient, deps: SeriesDeps, deviceId: number, asked: Asked): Promise<Page> {
  const { step, limit } = asked;
  if (asked.until <= asked.from) return pageOfRows([], null);
  if (step === 'day') return days(client, deviceId, asked);
  if (step === 'raw') return raw(client, deviceId, asked);
  const from = asked.after === undefined ? asked.from : cursorInstant(asked.after);
  if (step === 'hour' && !asked.asOf) {
    const { last, ...page } = await hourPage(client, {
      ...{ deviceId, from, until: asked.until, limit },
      detail: asked.detail === 'true',
    });
    return { ...page, next: last && page.texts.length === limit ? String(last.getTime() + 1) : null };
  }
  const device = (await measuringDevices(dbOn(client), [deviceId])).get(deviceId)!;
  const { rows, next } = await madePage(client, {
    ...{ deviceId, device, from, until: asked.until, limit, asOf: asked.asOf },
    minutes: MADE_MINUTES[step] ?? 60,
    spans: await spansOfDevice(client, deviceId),
    settings: deps.settings ?? HOUR_SETTINGS,
    marksOf: deps.marksOf ?? NO_MARKS,
  });
  return pageOfRows(rows, next === null ? null : String(next.getTime()));
}

async function days(
  client: pg.ClientBase,
  deviceId: number,
  { from, until, after, limit, asOf }: Asked,
): Promise<Page> {
  if (asOf)
    throw new Refusal('bad_request', {
      zh: '日值没有历史时点查询，请改用小时值。',
      en: 'Days cannot be asked as of an instant: ask for hours.',
    });
  if (after !== undefined && !isCalendarDate(after)) throw wrongCursor();
  const first = after === undefined ? dateOf(from) : addDays(after, 1);
  const rows = await dayPage(client, { deviceId, first, last: dateOf(new Date(until.getTime() - 1)), limit });
  return pageOfRows(rows, rows.length === limit ? rows.at(-1)!.at : null);
}

async function raw(client: pg.ClientBase, deviceId: number, asked: Asked): Promise<Page> {
  const { from, until, limit, asOf, span, after } = asked;
  const found = await packetPage(client, {
    ...{ deviceId, from, until, limit, asOf },
    spans: span === undefined ? await spansOfDevice(client, deviceId) : [span],
    after: after === undefined ? undefined : cursorPlace(after),
  });
  const last = found.at(-1);
  const rows = found.map(({ at, receivedAt, sourceId, ...packet }) => ({
    ...packet,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    sourceIds: [sourceId],
  }));
  return pageOfRows(rows, last && found.length === limit ? `${last.at.getTime()}.${last.span}` : null);
}

function cursorInstant(text: string): Date {
  if (!/^\d{1,15}$/.test(text)) throw wrongCursor();
  return new Date(Number(text));
}

function cursorPlace(text: string): { at: Date; span: number } {
  const found = /^(\d{1,15})\.(\d{1,4})$/.exec(text);
  if (!found) throw wrongCursor();
  return { at: new Date(Number(found[1])), span: Number(found[2]) };
}

const wrongCursor = () =>
  new Refusal('bad_request', {
    zh: '翻页位置不对，请从第一页重新打开。',
    en: 'This place in the pages is not right: begin with the first page.',
  });
