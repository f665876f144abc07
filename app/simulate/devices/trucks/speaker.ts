import { type Body, decodeJt808, encodeJt808, type Header, Jt808Reader } from '#protocols/jt-808';
import type { Heard, Parcel, Speaker } from '../../links/index.ts';
import { MINUTE, SECOND } from '../../world/index.ts';
import type { Cast } from '../cast.ts';
import { PATIENCE, timetable } from '../routine.ts';
import { positionAt } from './positions.ts';

const ID = {
  terminalAnswer: 0x0001,
  heartbeat: 0x0002,
  registration: 0x0100,
  authentication: 0x0102,
  location: 0x0200,
  locationAnswer: 0x0201,
  batch: 0x0704,
} as const;
type Name = keyof typeof ID;
/** Requests of a platform that a terminal carries out: set and ask for parameters, control, text. */
const CARRIED: ReadonlySet<number> = new Set([0x8103, 0x8105, 0x8300, 0x8202]);
const POSITION_QUERY = 0x8201;
const RESULT = { ok: 0, notSupported: 3 };
const REPORT_EVERY = 30 * SECOND;
const HEARTBEAT_EVERY = 3 * MINUTE;
/** positions that wait are put together, as long as they make one packet */
const BATCH = 10;
/** a day of them */
const MOST_MADE = 2880;
const NOTHING = new Uint8Array();

/** A terminal of JT/T 808: registers once, comes back with its code, reports, answers what the platform asks. */
export function jt808Speaker(cast: Cast): Speaker {
  const { device } = cast;
  const edition = cast.model.edition as '2013' | '2019';
  let reader = new Jt808Reader();
  let serial = 0;
  let code: string | null = null;
  let admitted = false;
  const header = (name: Name): Header => {
    serial = (serial + 1) & 0xffff;
    return {
      id: ID[name],
      edition,
      protocolVersion: edition === '2019' ? 1 : null,
      phone: device.code,
      serial,
      encryption: 0,
      part: null,
    };
  };
  function parcel(kind: Parcel['kind'], name: Name, stamps: number[], body: Body, awaits = true): Parcel {
    const head = header(name);
    return {
      kind,
      key: String(head.serial),
      what: name,
      stamps,
      awaits,
      bytes: () => encodeJt808(head, body),
    };
  }
  const plain = (kind: 'heartbeat'): Body => ({ kind, edition, values: {}, rest: NOTHING });
  const registration = (): Parcel =>
    parcel('talk', 'registration', [], {
      kind: 'registration',
      edition,
      values: {
        province: 11,
        city: 102,
        maker: 'SIMUL',
        model: `SIM-${edition}`,
        terminal: device.code.slice(-7),
        plateColour: 2,
        plate: `测A${device.code.slice(-5)}`,
      },
      rest: NOTHING,
    });
  const authentication = (authCode: string): Parcel =>
    parcel('talk', 'authentication', [], {
      kind: 'authentication',
      edition,
      values: edition === '2019' ? { authCode, imei: '000000000000000', software: 'SIM-1.0' } : { authCode },
      rest: NOTHING,
    });

  /** Positions that came together after a pause go as one batch. */
  function together(made: readonly { instant: number; stamp: number }[]): Parcel[] {
    if (made.length === 0) return [];
    if (made.length === 1) {
      const [{ instant, stamp }] = made as [{ instant: number; stamp: number }];
      return [parcel('data', 'location', [stamp], { kind: 'location', location: positionAt(cast, instant, stamp) })];
    }
    const parcels: Parcel[] = [];
    for (let i = 0; i < made.length; i += BATCH) {
      const part = made.slice(i, i + BATCH);
      const locations = part.map(({ instant, stamp }) => positionAt(cast, instant, stamp));
      const body: Body = { kind: 'batch', count: locations.length, reason: 1, locations, rest: '' };
      parcels.push(
        parcel(
          'data',
          'batch',
          part.map(({ stamp }) => stamp),
          body,
        ),
      );
    }
    return parcels;
  }

  const made: { instant: number; stamp: number }[] = [];
  const table = timetable(cast, [
    {
      every: Math.max(REPORT_EVERY, cast.leastMs),
      make(instant, stamp) {
        // a terminal that sleeps does not report
        if (cast.where(instant).driving) made.push({ instant, stamp });
        if (made.length > MOST_MADE) made.shift();
        return [];
      },
    },
    { every: HEARTBEAT_EVERY, make: () => [parcel('talk', 'heartbeat', [], plain('heartbeat'))] },
  ]);

  const say = (...parcels: Parcel[]): Heard => ({ heard: 'say', parcels });
  const answer = (to: Header, result: number): Parcel =>
    parcel(
      'talk',
      'terminalAnswer',
      [],
      {
        kind: 'terminalAnswer',
        edition,
        values: { answers: to.serial, answeredId: to.id, result },
        rest: NOTHING,
      },
      false,
    );

  function hearOne(bytes: Uint8Array, now: number): Heard[] {
    const { header: head, body } = decodeJt808(bytes);
    if (!head) return [];
    if (body.kind === 'registrationAnswer') {
      const { answers, result, authCode } = body.values;
      const heard: Heard[] = [{ heard: 'answer', key: String(answers), well: result === 0 }];
      // a terminal that is registered already comes with the code it has, or asks again later
      if (result !== 0 || !authCode) return [...heard, { heard: 'refused' }];
      code = authCode;
      return [...heard, say(authentication(authCode))];
    }
    if (body.kind === 'platformAnswer') {
      const { answers, answeredId, result } = body.values;
      const well = result === 0 || result === 4;
      const heard: Heard[] = [{ heard: 'answer', key: String(answers), well }];
      if (answeredId !== ID.authentication) return heard;
      admitted = well;
      if (well) return heard;
      code = null;
      return [...heard, { heard: 'refused' }];
    }
    if (head.id === POSITION_QUERY) {
      const location = positionAt(cast, now, now + cast.clockError);
      const reply = parcel(
        'talk',
        'locationAnswer',
        [],
        { kind: 'locationAnswer', answers: head.serial, location },
        false,
      );
      return [{ heard: 'request', what: '8201' }, say(reply)];
    }
    if (head.id < 0x8000) return [];
    const carried = CARRIED.has(head.id);
    return [
      { heard: 'request', what: head.id.toString(16) },
      say(answer(head, carried ? RESULT.ok : RESULT.notSupported)),
    ];
  }

  return {
    nextAt: table.nextAt,
    due(now) {
      const talk = table.due(now);
      // what could not be sent waits to go as a batch
      return admitted ? [...talk, ...together(made.splice(0))] : [];
    },
    greet: () => [code === null ? registration() : authentication(code)],
    admitted: () => admitted,
    hear: (bytes, now) =>
      reader.push(bytes).flatMap((piece) => (piece.kind === 'frame' ? hearOne(piece.bytes, now) : [])),
    closed() {
      reader = new Jt808Reader();
      admitted = false;
    },
    patience: () => PATIENCE,
  };
}
