import { z } from 'zod';
import { allDeviceRows, DEVICE_KINDS, type DeviceKind, deviceById } from '#engines/devices';
import { loadedDistrict, streetShapes } from '#engines/district';
import { addDays, dateOf, hourStart, isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { acknowledge } from './alarms/acknowledge.ts';
import { alarmById, listAlarms } from './alarms/store.ts';
import { shownAlarms } from './alarms/view.ts';
import { CELL_METRES, type Cells, cellsOf } from './coverage/cells.ts';
import { findGaps } from './coverage/gaps.ts';
import { streetNetworks } from './coverage/streets.ts';
import { healthDaysOf } from './days/read.ts';
import { THRESHOLD_NAMES, type ThresholdName } from './judge/thresholds.table.ts';
import { thresholdsOn } from './judge/thresholds.ts';
import { healthOverview as overviewOf } from './overview.ts';
import { listSettings, setSetting } from './settings.ts';
import { episodesBetween, setThresholds } from './store.ts';
import { alarmList, alarmView, deviceHealthView, gapsView, healthOverview, networkView, settingList } from './wire.ts';

const tags = ['devices'];
const read = { may: 'devices.read' };
const edit = { may: 'devices.edit' };
const day = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const kind = z.enum(Object.keys(DEVICE_KINDS) as [DeviceKind, ...DeviceKind[]]);
const id = z.coerce.number().int().min(1).max(2_147_483_647);
/** days of a device's calendar at most */
const MOST_DAYS = 400;

/** How the network is: what is wrong now, alarms, days, completeness and gaps. Devices live in real time, whatever a demonstration's calendar says. */
export function healthRoutes(http: Http, { db, districtCode }: { db: Db; districtCode: string }): void {
  const today = () => dateOf(new Date());
  let kept: { digest: string; cells: Cells } | undefined;
  const cells = async () => {
    const { digest } = await loadedDistrict(db, districtCode);
    if (kept?.digest !== digest) kept = { digest, cells: cellsOf(await streetShapes(db, districtCode)) };
    return kept.cells;
  };

  http.get('/api/device-health/overview', {
    config: read,
    schema: { summary: 'What is wrong with the devices now, and what to do', tags, response: { 200: healthOverview } },
    handler: () => overviewOf(db, today()),
  });

  http.get('/api/device-health/alarms', {
    config: read,
    schema: {
      summary: 'Alarms, the newest first: one a device and episode, one for all devices of an outage',
      tags,
      querystring: z.object({
        open: z.enum(['yes']).optional(),
        before: z.iso.datetime().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      response: { 200: alarmList },
    },
    handler: async ({ query: { open, before, limit } }) => {
      const rows = await listAlarms(db, {
        open: open === 'yes',
        before: before ? new Date(before) : undefined,
        limit: limit + 1,
      });
      const alarms = await shownAlarms(db, rows.slice(0, limit));
      return { alarms, next: rows.length > limit ? (alarms.at(-1)?.openedAt ?? null) : null };
    },
  });

  http.post('/api/device-health/alarms/:id/acknowledge', {
    config: edit,
    schema: {
      summary: 'Says that an alarm has been seen, and what is done about it',
      tags,
      params: z.object({ id: z.uuid() }),
      body: z.strictObject({ note: z.string().trim().min(1).max(500) }),
      response: { 200: alarmView },
    },
    handler: async ({ actor, params, body }) => {
      await acknowledge(db, actor, params.id, body.note);
      const [alarm] = await shownAlarms(db, [(await alarmById(db, params.id))!]);
      return alarm!;
    },
  });

  http.get('/api/devices/:id/health', {
    config: read,
    schema: {
      summary: 'The days of a device: minutes in each state, valid hours; its stretches and alarms',
      tags,
      params: z.object({ id }),
      querystring: z.object({ from: day.optional(), until: day.optional() }),
      response: { 200: deviceHealthView },
    },
    handler: async ({ params, query }) => {
      await deviceById(db, params.id);
      const until = query.until ?? today();
      const from =
        query.from && query.from > addDays(until, -MOST_DAYS)
          ? query.from
          : addDays(until, query.from ? -MOST_DAYS : -89);
      const episodes = await episodesBetween(db, hourStart(addDays(until, -6), 0), hourStart(until, 24), params.id);
      return {
        days: await healthDaysOf(db, params.id, from, until),
        episodes: episodes
          .reverse()
          .slice(0, 200)
          .map(({ began, ended, state, cause, words }) => ({
            ...{ state, cause, words },
            began: began.toISOString(),
            ended: ended?.toISOString() ?? null,
          })),
        alarms: await shownAlarms(db, await listAlarms(db, { deviceId: params.id, limit: 30 })),
      };
    },
  });

  http.get('/api/device-health/networks', {
    config: read,
    schema: {
      summary: "Each street's network by kind: devices, how many work, share of valid hours of the day and its month",
      tags,
      querystring: z.object({ day: day.optional() }),
      response: { 200: networkView },
    },
    handler: async ({ query }) => {
      const of = query.day ?? today();
      return { day: of, networks: await streetNetworks(db, districtCode, of) };
    },
  });

  http.get('/api/device-health/gaps', {
    config: read,
    schema: {
      summary: 'Where no working device of a kind is near enough: cells of the district as GeoJSON',
      tags,
      querystring: z.object({ kind, metres: z.coerce.number().min(50).max(20_000).optional() }),
      response: { 200: gapsView },
    },
    handler: async ({ query }) => {
      const metres = query.metres ?? thresholdsOn(today(), await setThresholds(db)).gapMetres;
      const working = await allDeviceRows(db, { kind: [query.kind], health: ['online', 'late'] });
      const places = working.flatMap(({ lon, lat }) => (lon !== null && lat !== null ? [{ lon, lat }] : []));
      const found = findGaps(await cells(), places, metres);
      return {
        type: 'FeatureCollection' as const,
        kind: query.kind,
        metres,
        cellMetres: CELL_METRES,
        share: found.cells ? found.gaps.length / found.cells : 0,
        byStreet: [...found.byStreet].map(([streetCode, street]) => ({
          streetCode,
          share: street.gaps / street.cells,
        })),
        features: found.gaps.map(({ west, south, east, north, ...properties }) => ({
          type: 'Feature' as const,
          properties,
          geometry: {
            type: 'Polygon' as const,
            coordinates: [
              [
                [west, south],
                [east, south],
                [east, north],
                [west, north],
                [west, south],
              ] as [number, number][],
            ],
          },
        })),
      };
    },
  });

  http.get('/api/device-health/settings', {
    config: read,
    schema: { summary: 'The numbers by which health is judged today', tags, response: { 200: settingList } },
    handler: () => listSettings(db, today()),
  });

  http.put('/api/device-health/settings/:name', {
    config: edit,
    schema: {
      summary: 'Sets one of these numbers from a day on',
      tags,
      params: z.object({ name: z.enum(THRESHOLD_NAMES as [ThresholdName, ...ThresholdName[]]) }),
      body: z.strictObject({ value: z.number(), from: day.optional() }),
      response: { 200: settingList },
    },
    handler: async ({ actor, params, body }) => {
      await setSetting(db, actor, params.name, { value: body.value, from: body.from ?? today() });
      return listSettings(db, today());
    },
  });
}
