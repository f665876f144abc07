import { connect, type Socket } from 'node:net';
import { encode, item, qnAt, timeText } from '#protocols/hj-212';

/** Devices that never give up: what is not acknowledged is sent again, on the same connection or the next one. */
export type PatientLoad = {
  /** packets acknowledged, by device: the times (ms) of their values */
  readonly acknowledged: ReadonlyMap<string, ReadonlySet<number>>;
  readonly counts: { sent: number; repeated: number; reconnects: number };
  readonly pending: () => number;
  /** ms since 1970 of the last acknowledgement */
  readonly lastAnswer: () => number;
  /** no new packets; those that wait are still sent again */
  settle(): void;
  end(): void;
};

type Sent = { bytes: Buffer; at: number; sentAt: number };

const RESEND_AFTER_MS = 3000;

/** What device `mn` measures at a time: any reader can tell whether a stored value is the one that was sent. */
export const sentValue = (index: number, at: number) => ((at / 1000 + index * 37) % 9000) / 10;

/** @param perSecond packets of all devices together */
export function patientLoad(options: {
  ports: readonly number[];
  devices: number;
  perSecond: number;
  from: number;
}): PatientLoad {
  const { ports, devices, perSecond, from } = options;
  const acknowledged = new Map<string, Set<number>>();
  const counts = { sent: 0, repeated: 0, reconnects: 0 };
  let lastAnswer = 0;
  let making = true;
  let ended = false;
  const all = Array.from({ length: devices }, (_, index) => {
    const mn = mnOf(index);
    const pending = new Map<string, Sent>();
    acknowledged.set(mn, new Set());
    let socket: Socket | undefined;
    let at = from;
    let rest = '';
    let tries = index;
    const send = (one: Sent) => {
      one.sentAt = Date.now();
      socket?.write(one.bytes);
    };
    const open = () => {
      if (ended) return;
      socket = connect({ port: ports[tries++ % ports.length]!, host: '127.0.0.1' });
      socket.on('error', () => undefined);
      socket.once('connect', () => {
        for (const one of pending.values()) {
          counts.repeated++;
          send(one);
        }
      });
      socket.on('data', (chunk: Buffer) => {
        const parts = (rest + chunk.toString('latin1')).split('\r\n');
        rest = parts.pop()!;
        for (const part of parts) {
          const qn = /QN=(\d+);.*CN=9014/.exec(part)?.[1];
          const one = qn === undefined ? undefined : pending.get(qn);
          if (!one || qn === undefined) continue;
          pending.delete(qn);
          acknowledged.get(mn)!.add(one.at);
          lastAnswer = Date.now();
        }
      });
      socket.once('close', () => {
        rest = '';
        counts.reconnects++;
        if (!ended) setTimeout(open, 100 + ((index * 7) % 100));
      });
    };
    open();
    return {
      pending,
      next() {
        if (pending.size > 500) return;
        at += 1000;
        const qn = qnAt(at);
        const bytes = packet(mn, qn, at, sentValue(index, at));
        const one = { bytes, at, sentAt: 0 };
        pending.set(qn, one);
        counts.sent++;
        if (socket && !socket.connecting && !socket.destroyed) send(one);
      },
      again() {
        const now = Date.now();
        if (!socket || socket.connecting || socket.destroyed) return;
        for (const one of pending.values())
          if (now - one.sentAt > RESEND_AFTER_MS) {
            counts.repeated++;
            send(one);
          }
      },
      end: () => socket?.destroy(),
    };
  });
  let owed = 0;
  let turn = 0;
  const clock = setInterval(() => {
    if (!making) return;
    owed += perSecond / 50;
    for (; owed >= 1; owed--) all[turn++ % devices]!.next();
  }, 20);
  const resend = setInterval(() => {
    for (const device of all) device.again();
  }, 1000);
  return {
    acknowledged,
    counts,
    pending: () => all.reduce((sum, { pending }) => sum + pending.size, 0),
    lastAnswer: () => lastAnswer,
    settle: () => {
      making = false;
    },
    end() {
      ended = true;
      clearInterval(clock);
      clearInterval(resend);
      for (const device of all) device.end();
    },
  };
}

export const mnOf = (index: number) => `PATIENT${String(index).padStart(17, '0')}`;

function packet(mn: string, qn: string, at: number, value: number): Buffer {
  const codes = ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a05024', 'a01001', 'a01002', 'a01006', 'a01007'];
  const groups = codes.map((code, i) => [item(`${code}-Rtd`, (value + i).toFixed(1)), item(`${code}-Flag`, 'N')]);
  return Buffer.from(
    encode({
      qn,
      st: '22',
      cn: '2011',
      pw: '123456',
      mn,
      flag: 5,
      groups: [[item('DataTime', timeText(at))], ...groups],
    }),
  );
}
