import {
  ANSWERS,
  decodeFrame,
  exchangeOf,
  frameReader,
  type Hj212Draft,
  type Hj212Message,
  item,
  requestAnswer,
  requestResult,
} from '#protocols/hj-212';
import type { Heard, Parcel, Speaker } from '../../links/parcel.ts';
import { chance, HOUR, keyOf, MINUTE, SECOND } from '../../world/index.ts';
import { averages, flagOf, realtime } from './draft.ts';
import { clockOf, flagAt, type Logger } from './logger.ts';
import { refuellingArea, refuellings } from './refuelling.ts';
import { CARRIED, judged, NOTICES } from './requests.ts';
import { frameOf } from './spoil.ts';

/** Something a logger sends every so often. `next`: when by its own clock. */
type Routine = {
  readonly name: string;
  /** ms; 0: not now */
  readonly every: () => number;
  next: number;
  /** the interval that `next` was reckoned with */
  with: number;
  readonly make: (stamp: number, now: number) => readonly Parcel[];
};

const HEARTBEAT = MINUTE;
/** share of devices that ask for the time when their line opens */
const ASKS_FOR_TIME = 0.1;
const REFUELLING_CHECK = 10 * SECOND;
/** what a logger takes to work a finished period out */
const WORKING_OUT = 4 * SECOND;
/** so much is made up for after a pause of the process; older routines are left to the history that a platform asks for */
const MOST_AT_ONCE = 200;

/** A device that speaks HJ 212. */
export function hj212Speaker(logger: Logger): Speaker {
  const { device, model, fault, instrument } = logger;
  const { seed } = logger.world;
  const phase = chance(seed, keyOf(device.code), 21);
  let reader = frameReader();
  let refuelledUntil = logger.restarted;

  /** an upload with an own number; in 2005 without */
  function upload(
    cn: string,
    groups: Hj212Draft['groups'],
    stamp: number,
    now: number,
    qn = logger.qn(now),
    answer = true,
  ): Parcel {
    const named = model.edition !== '2005' && fault !== 'qn-missing';
    const draft: Hj212Draft = {
      qn: model.edition === '2005' ? null : qn,
      st: model.st,
      cn,
      pw: logger.pw,
      mn: device.code,
      flag: flagOf(model, answer),
      groups,
    };
    return {
      kind: 'data',
      key: named ? qn : '',
      what: cn,
      stamps: [stamp],
      awaits: answer,
      ...(fault === 'duplicates' && chance(seed, keyOf(qn), 22) < 0.2 ? { copies: 2 } : {}),
      bytes: (again) => frameOf(again && model.edition === '2025' ? { ...draft, rf: '1' } : draft, model.crc, fault),
    };
  }
  const talk = (draft: Hj212Draft, what: string, awaits = false): Parcel => ({
    kind: 'talk',
    key: awaits ? (draft.qn ?? '') : '',
    what,
    stamps: [],
    awaits,
    bytes: () => frameOf(draft, model.crc, null),
  });

  const endStamps = (model.stamp === 'end') !== (fault === 'stamp-end');
  const period =
    (cn: string, length: number): Routine['make'] =>
    (end, now) => {
      const begin = end - length;
      const groups = averages(
        model,
        instrument,
        begin - logger.clockError,
        length,
        endStamps ? end : begin,
        flagAt(logger, begin),
      );
      return [upload(cn, groups, endStamps ? end : begin, now)];
    };

  const routines: Routine[] = [
    {
      name: 'realtime',
      every: () => (logger.realtimeOn ? (logger.realtimeSeconds ?? 0) * SECOND : 0),
      next: 0,
      with: 0,
      make(stamp, now) {
        const whole = Math.floor(stamp / SECOND) * SECOND;
        const instant = whole - logger.clockError;
        const at = logger.where(instant);
        if (model.position && !at.driving) return [];
        const groups = realtime(model, instrument, instant, whole, model.position ? at : null, flagAt(logger, instant));
        return [upload(model.refuellings === 'i' ? '3020' : model.refuellings ? '2021' : '2011', groups, whole, now)];
      },
    },
    {
      name: 'minutes',
      every: () => (logger.minutes ?? 0) * MINUTE,
      next: 0,
      with: 0,
      make: (end, now) => period('2051', (logger.minutes ?? 1) * MINUTE)(end, now),
    },
    { name: 'hours', every: () => (model.hours ? HOUR : 0), next: 0, with: 0, make: period('2061', HOUR) },
    {
      name: 'heartbeat',
      every: () => (model.edition === '2025' ? HEARTBEAT : 0),
      next: 0,
      with: 0,
      make(_, now) {
        const qn = logger.qn(now);
        const draft = {
          qn,
          st: '91',
          cn: '9015',
          pw: logger.pw,
          mn: device.code,
          flag: flagOf(model, true),
          groups: [],
        };
        return [talk(draft, '9015', true)];
      },
    },
    {
      name: 'refuellings',
      every: () => (model.refuellings ? REFUELLING_CHECK : 0),
      next: 0,
      with: 0,
      make(_, now) {
        const done = refuellings(seed, device.code, refuelledUntil, now);
        refuelledUntil = now;
        return done.map((one) => {
          const stamp = one.until + logger.clockError;
          return upload(
            model.refuellings === 'q' ? '2011' : '3020',
            refuellingArea(model.refuellings!, one, stamp),
            stamp,
            now,
          );
        });
      },
    },
  ];

  const onMarks = ({ name }: Routine) => name === 'minutes' || name === 'hours';
  /** Periods end on the clock's marks and take a moment to work out; the rest is spread by the device's own phase. */
  function nextOf(routine: Routine, after: number): number {
    const every = routine.every();
    if (every <= 0) return Number.POSITIVE_INFINITY;
    const offset = onMarks(routine) ? 0 : Math.floor(phase * every);
    return Math.floor((after - offset) / every) * every + every + offset;
  }
  const spokenAt = (routine: Routine): number =>
    routine.next + (onMarks(routine) ? WORKING_OUT + Math.floor(phase * 20 * SECOND) : 0);

  let reckonedWith = Number.NaN;
  /** after a change of the clock or of an interval everything is reckoned anew */
  function reckon(now: number): void {
    const changed = reckonedWith !== logger.clockError;
    reckonedWith = logger.clockError;
    for (const routine of routines) {
      const every = routine.every();
      if (!changed && routine.with === every) continue;
      routine.with = every;
      routine.next = nextOf(routine, clockOf(logger, now));
    }
  }

  let held: Parcel | null = null;
  /** one of five packets is held back until the next is out */
  function shuffled(parcels: readonly Parcel[]): readonly Parcel[] {
    if (fault !== 'out-of-order') return parcels;
    return parcels.flatMap((parcel) => {
      const before = held;
      held = null;
      if (before) return [parcel, before];
      if (parcel.kind === 'talk' || chance(seed, keyOf(parcel.key), 23) >= 0.2) return [parcel];
      held = parcel;
      return [];
    });
  }

  function answer(asked: Hj212Message, now: number): Heard[] {
    const cn = asked.cn ?? '';
    const code = judged(logger, asked);
    if (code === '4') return [];
    const notice = NOTICES[cn];
    if (notice && code === '1') {
      notice(logger);
      const draft = {
        qn: exchangeOf(asked),
        st: '91',
        cn: '9013',
        pw: asked.pw,
        mn: asked.mn,
        flag: flagOf(model, false),
        groups: [],
      };
      return [
        { heard: 'request', what: cn },
        { heard: 'say', parcels: asked.needAck ? [talk(draft, '9013')] : [] },
      ];
    }
    const parcels = [talk(requestAnswer(asked, code), '9011')];
    if (code !== '1') return [{ heard: 'say', parcels }];
    const { data = [], result } = CARRIED[cn]!(logger, asked, now);
    const qn = exchangeOf(asked) ?? '';
    const own = model.history === 'own-qn' && model.edition !== '2005';
    for (const groups of data) {
      const { key, ...rest } = upload(cn, groups, now, now, own ? logger.qn(now) : qn, own);
      parcels.push({ ...rest, key: own ? key : '', kind: 'talk', stamps: [] });
    }
    parcels.push(talk(requestResult(asked, result), '9012'));
    return [
      { heard: 'request', what: cn },
      { heard: 'say', parcels },
    ];
  }

  return {
    greet: (now) =>
      phase < ASKS_FOR_TIME && model.edition !== '2005' ? [talk(clockNotice(logger, now), '1013', true)] : [],
    admitted: () => true,
    nextAt(now) {
      reckon(now);
      return Math.min(...routines.map(spokenAt)) - logger.clockError;
    },
    due(now) {
      reckon(now);
      const parcels: Parcel[] = [];
      const clock = clockOf(logger, now);
      for (const routine of routines)
        for (let n = 0; spokenAt(routine) <= clock; n += 1) {
          if (n < MOST_AT_ONCE) parcels.push(...routine.make(routine.next, now));
          routine.next = nextOf(routine, n < MOST_AT_ONCE ? routine.next : clock);
        }
      return shuffled(parcels);
    },
    hear(bytes, now) {
      const heard: Heard[] = [];
      for (const part of reader.push(bytes)) {
        if (part.kind !== 'frame') continue;
        const message = decodeFrame(part);
        if (message.crcVariant === null) continue;
        if (message.cn === '9014' || message.cn === '9013')
          heard.push({ heard: 'answer', key: exchangeOf(message), well: true });
        else if (message.cn !== null && !ANSWERS.has(message.cn)) heard.push(...answer(message, now));
      }
      return heard;
    },
    closed() {
      reader = frameReader();
    },
    patience: () => logger,
  };
}

/** 1013: a device asks to have its clock set. */
const clockNotice = (logger: Logger, now: number): Hj212Draft => ({
  qn: logger.qn(now),
  st: logger.model.st,
  cn: '1013',
  pw: logger.pw,
  mn: logger.device.code,
  flag: flagOf(logger.model, true),
  groups: [[item('PolId', logger.model.factors[0]?.code ?? 'a34004')]],
});
