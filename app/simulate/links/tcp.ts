import { connect, type Socket } from 'node:net';
import type { Transport } from './transport.ts';

export type TcpOptions = {
  readonly host: string;
  readonly port: number;
  /** sends a few bytes at a time */
  readonly slow?: boolean;
};
const CONNECTING = 10_000;
const SLOW = { bytes: 60, everyMs: 40 };

/** A connection of a device over TCP. */
export function tcpTransport({ host, port, slow = false }: TcpOptions): Transport {
  let socket: Socket | null = null;
  let dribbling: Promise<void> = Promise.resolve();

  async function dribble(to: Socket, bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length && !to.destroyed; at += SLOW.bytes) {
      to.write(bytes.subarray(at, at + SLOW.bytes));
      await new Promise((done) => setTimeout(done, SLOW.everyMs));
    }
  }

  return {
    open(events) {
      const own = connect({ host, port, noDelay: true });
      socket = own;
      own.setTimeout(CONNECTING, () => own.destroy());
      own.on('connect', () => {
        own.setTimeout(0);
        events.up();
      });
      own.on('data', (bytes) => events.heard(bytes));
      own.on('error', () => undefined);
      own.on('close', () => {
        if (socket === own) socket = null;
        events.down();
      });
    },
    send(parcel, again) {
      const bytes = parcel.bytes(again);
      const to = socket;
      if (!to) return 0;
      for (let copy = 0; copy < (parcel.copies ?? 1); copy += 1)
        if (slow) dribbling = dribbling.then(() => dribble(to, bytes));
        else to.write(bytes);
      return bytes.length;
    },
    close() {
      socket?.destroy();
    },
  };
}
