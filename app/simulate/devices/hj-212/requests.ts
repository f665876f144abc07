import {
  fieldOf,
  type Hj212Draft,
  type Hj212Message,
  instantOf,
  item,
  REQUESTS,
  type RequestItem,
  timeText,
} from '#protocols/hj-212';
import { DAY, HOUR, MINUTE } from '../../world/index.ts';
import { averages, realtime } from './draft.ts';
import { clockOf, flagAt, type Logger } from './logger.ts';
import { refuellingArea, refuellings } from './refuelling.ts';

type Groups = Hj212Draft['groups'];
/** What a request brings: data areas under its CN, and how it ended (ExeRtn: 1 done, 2 failed, 3 bad condition, 100 no data). */
export type Outcome = { readonly data?: readonly Groups[]; readonly result: string };
type Carry = (logger: Logger, asked: Hj212Message, now: number) => Outcome;

const DONE: Outcome = { result: '1' };
const BAD: Outcome = { result: '3' };
const NO_DATA: Outcome = { result: '100' };
const found = (data: readonly Groups[]): Outcome => (data.length > 0 ? { data, result: '1' } : NO_DATA);
/** a day of minutes; a longer wish is cut, as loggers do */
const MOST_PERIODS = 1440;
const CALIBRATION = 2 * MINUTE;

/** A whole number of a request, when the standard allows it. */
function numberOf(asked: Hj212Message, row: RequestItem): number | null {
  const text = fieldOf(asked, row.item) ?? '';
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (row.kind === 'choice') return row.of.includes(value) ? value : null;
  return row.kind === 'whole' && value >= row.from && value <= row.to ? value : null;
}

/** Beginnings of periods, by the device's clock, that a request for history names. */
function periods(logger: Logger, asked: Hj212Message, now: number, length: number): number[] {
  const [from, until] = [instantOf(fieldOf(asked, 'BeginTime') ?? ''), instantOf(fieldOf(asked, 'EndTime') ?? '')];
  if (from === null || until === null) return [];
  const last = Math.min(until, clockOf(logger, now) - length);
  const list: number[] = [];
  for (let at = Math.ceil(from / length) * length; at <= last && list.length < MOST_PERIODS; at += length)
    list.push(at);
  return list;
}

/** Data of the past: the world is asked again, so they are what was measured then. */
const history =
  (lengthOf: (logger: Logger) => number): Carry =>
  (logger, asked, now) => {
    const { model, instrument, clockError } = logger;
    const length = lengthOf(logger);
    if (length <= 0) return NO_DATA;
    return found(
      periods(logger, asked, now, length).map((stamp) =>
        averages(model, instrument, stamp - clockError, length, model.stamp === 'end' ? stamp + length : stamp),
      ),
    );
  };

function set(rows: readonly RequestItem[], apply: (logger: Logger, values: readonly number[]) => void): Carry {
  return (logger, asked) => {
    const values = rows.map((row) => numberOf(asked, row));
    if (values.some((value) => value === null)) return BAD;
    apply(logger, values as number[]);
    return DONE;
  };
}

const knows = ({ model }: Logger, asked: Hj212Message): boolean => {
  const wanted = fieldOf(asked, 'PolId');
  return wanted === null || model.factors.some(({ code }) => code.split('-')[0] === wanted);
};

const ofInstrument =
  (work: Carry): Carry =>
  (logger, asked, now) =>
    knows(logger, asked) ? work(logger, asked, now) : BAD;
const calibrate: Carry = (logger, _, now) => {
  logger.calibratingUntil = now + CALIBRATION;
  return DONE;
};

/** What the logger tells of itself (i11001 log, i12… state, i13… parameters), as free text between strokes. */
const information: Carry = (logger, asked, now) => {
  const wanted = fieldOf(asked, 'InfoId') ?? 'i11001';
  const text = logger.parameters.get(wanted) ?? (wanted.startsWith('i11') ? '//模拟设备运行正常//' : '0');
  const polId = fieldOf(asked, 'PolId');
  return found([
    [
      [item('DataTime', timeText(clockOf(logger, now)))],
      ...(polId ? [[item('PolId', polId)]] : []),
      [item(`${wanted}-Info`, text)],
    ],
  ]);
};

/** What a device does with each request of HJ 212-2017 table 9; one that is not here is refused with QnRtn 8. */
export const CARRIED: Readonly<Record<string, Carry>> = {
  '1000': set(REQUESTS['set-timeouts'].items, (logger, [overTime, reCount]) => {
    logger.overTimeSeconds = overTime!;
    logger.reCount = reCount!;
  }),
  '1011': (logger, _, now) => found([[[item('SystemTime', timeText(clockOf(logger, now)))]]]),
  '1012': (logger, asked, now) => {
    const wanted = instantOf(fieldOf(asked, 'SystemTime') ?? '');
    if (wanted === null) return BAD;
    logger.clockError = wanted - now;
    return DONE;
  },
  '1061': ({ realtimeSeconds }) => found([[[item('RtdInterval', String(realtimeSeconds ?? 0))]]]),
  '1062': set(REQUESTS['set-realtime-interval'].items, (logger, [seconds]) => {
    logger.realtimeSeconds = seconds!;
  }),
  '1063': ({ minutes }) => found([[[item('MinInterval', String(minutes ?? 0))]]]),
  '1064': set(REQUESTS['set-minute-interval'].items, (logger, [minutes]) => {
    logger.minutes = minutes!;
  }),
  '1072': (logger, asked) => {
    const wanted = fieldOf(asked, 'NewPW') ?? '';
    if (wanted.length !== 6) return BAD;
    logger.pw = wanted;
    return DONE;
  },
  '2011': (logger, _, now) => {
    logger.realtimeOn = true;
    const { model, instrument } = logger;
    const at = logger.where(now);
    return found([
      realtime(model, instrument, now, clockOf(logger, now), model.position ? at : null, flagAt(logger, now)),
    ]);
  },
  '2021': (logger, _, now) => {
    logger.stateOn = true;
    return found([[[item('DataTime', timeText(clockOf(logger, now)))], [item('SB1-RS', '1')]]]);
  },
  '2031': history(({ model }) => (model.hours ? DAY : 0)),
  '2051': (logger, asked, now) =>
    logger.model.refuellings
      ? pastRefuellings(logger, asked)
      : history(({ minutes }) => (minutes ?? 0) * MINUTE)(logger, asked, now),
  '2061': history(({ model }) => (model.hours ? HOUR : 0)),
  '3011': ofInstrument(calibrate),
  '3012': ofInstrument(() => DONE),
  '3013': ofInstrument(calibrate),
  '3014': ofInstrument(() => DONE),
  '3015': (logger, _, now) => found([[[item('DataTime', timeText(clockOf(logger, now)))], [item('VaseNo', '1')]]]),
  '3016': (logger, asked) => {
    const [start, cycle] = [fieldOf(asked, 'CstartTime'), fieldOf(asked, 'Ctime')];
    if (!start || !cycle) return BAD;
    logger.parameters.set('CstartTime', start).set('Ctime', cycle);
    return DONE;
  },
  '3017': ofInstrument(({ parameters }) =>
    found([
      [[item('CstartTime', parameters.get('CstartTime') ?? '000000')], [item('Ctime', parameters.get('Ctime') ?? '1')]],
    ]),
  ),
  '3018': ofInstrument(() => found([[[item('Stime', '5')]]])),
  '3019': ofInstrument(({ device }, asked) => {
    const polId = fieldOf(asked, 'PolId') ?? 'a34004';
    return found([[[item('PolId', polId)], [item(`${polId}-SN`, `SIM${device.code.slice(-9)}`)]]]);
  }),
  '3020': information,
  '3021': (logger, asked) => {
    const infoId = fieldOf(asked, 'InfoId');
    const value = asked.groups.flat().find(({ code, suffix }) => code === infoId && suffix === 'Info')?.value;
    if (!infoId || value === undefined) return BAD;
    logger.parameters.set(infoId, value);
    return DONE;
  },
};

/** Notices of the platform, answered 9013. */
export const NOTICES: Readonly<Record<string, (logger: Logger) => void>> = {
  '2012': (logger) => {
    logger.realtimeOn = false;
  },
  '2022': (logger) => {
    logger.stateOn = false;
  },
};

function pastRefuellings(logger: Logger, asked: Hj212Message): Outcome {
  const [from, until] = [instantOf(fieldOf(asked, 'BeginTime') ?? ''), instantOf(fieldOf(asked, 'EndTime') ?? '')];
  const { world, device, model, clockError } = logger;
  if (from === null || until === null || !model.refuellings) return NO_DATA;
  const past = refuellings(world.seed, device.code, from - clockError, until - clockError);
  return found(
    past.slice(0, MOST_PERIODS).map((one) => refuellingArea(model.refuellings!, one, one.until + clockError)),
  );
}

/** Why a request is not taken (QnRtn): 3 PW, 4 MN, 5 ST, 8 CN; 1 when it is. */
export function judged({ pw, device, model }: Logger, asked: Hj212Message): string {
  if (asked.mn !== device.code) return '4';
  if (asked.pw !== pw) return '3';
  if (asked.st !== model.st && asked.st !== '91') return '5';
  return asked.cn !== null && (asked.cn in CARRIED || asked.cn in NOTICES) ? '1' : '8';
}
