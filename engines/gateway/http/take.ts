import type { Registered } from '#engines/devices';
import { Refusal } from '#platform/refusal';
import type { Outcome } from '../intake/arrival.ts';
import { Pace } from '../links/pace.ts';
import { httpDialect } from '../messages/dialect.ts';
import { bytesOfMessage, type TextMessage } from '../messages/message.ts';
import type { Gateway } from '../open.ts';

/** What takes in: the gateway of this process; none where another process listens. */
export type Taker = Pick<Gateway, 'register' | 'intake' | 'meter' | 'isAway'>;

export type IngestDeps = { taker?: Taker };

const NOT_HERE = {
  zh: '本进程不接收设备数据，请向接入进程上报。',
  en: 'This process takes no data of devices: send them to one with the gateway’s role.',
};

/** The gateway of this process. @throws Refusal not_installed */
export function takerOf({ taker }: IngestDeps): Taker {
  if (!taker) throw new Refusal('not_installed', NOT_HERE);
  return taker;
}

/** a request does not wait longer for its commit; the device sends it again, which is harmless */
const LONGEST_WAIT_MS = 15_000;
export const RETRY_AFTER_S = 10;

const AWAY = {
  zh: '数据库暂时不可用，数据未保存，请稍后重发。',
  en: 'The store is away for now and nothing was kept: send it again in a while.',
};
const TOO_FAST = {
  zh: '该设备上报过于频繁，请按型号设定的频率重发。',
  en: 'The device sends more often than its model allows: send it again more slowly.',
};
const REFUSED = {
  zh: '平台暂不接收该设备的报文，请先在设备台账中准入。',
  en: 'The platform takes nothing from this device now: admit it in the register first.',
};

const paces = new WeakMap<Taker, Map<number, Pace>>();

/**
 * Takes one message of a device and waits for its commit.
 * @throws Refusal database_unreachable (503, with Retry-After), too_many_requests, not_in_this_state
 */
export async function take(
  { intake, meter, isAway }: Taker,
  device: Registered,
  message: TextMessage,
  remote: string,
): Promise<Extract<Outcome, 'stored' | 'kept'>> {
  if (intake.full || isAway()) throw new Refusal('database_unreachable', AWAY);
  const receivedAt = Date.now();
  const counted = meter.of('http');
  const outcome = await new Promise<Outcome>((settled) => {
    const patience = setTimeout(() => settled('closed'), LONGEST_WAIT_MS);
    intake.accept({
      dialect: httpDialect,
      message,
      bytes: bytesOfMessage(message),
      remote,
      receivedAt,
      settle: (how) => {
        clearTimeout(patience);
        meter.settled(counted, how, receivedAt);
        settled(how);
      },
    });
  });
  if (outcome === 'closed') throw new Refusal('database_unreachable', AWAY);
  if (outcome === 'refused') throw new Refusal('not_in_this_state', REFUSED, { device: device.id });
  return outcome;
}

/** Counts the reports of a device against its model's rate. @returns s to wait; 0: go on */
export function paceOf(taker: Taker, device: Registered, reports: number): number {
  const known = paces.get(taker) ?? new Map<number, Pace>();
  paces.set(taker, known);
  const pace = known.get(device.id) ?? new Pace();
  known.set(device.id, pace);
  return Math.ceil(pace.afterSome(Date.now(), device.settings.mostPerMinute, reports) / 1000);
}

export const tooFast = (): Refusal => new Refusal('too_many_requests', TOO_FAST);
