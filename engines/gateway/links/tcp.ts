import type { Socket } from 'node:net';
import { LINK_LIMITS } from '../intake/limits.table.ts';
import { type DoorOptions, openDoor } from './door.ts';
import type { Link, OpenSession, Session } from './link.ts';

export type TcpOptions = DoorOptions & {
  /** a fault of ours while a connection's bytes were read: the connection is closed, the others go on */
  readonly onFault?: (error: unknown) => void;
};

/** What tells a listener when to stop reading. */
export type Pressure = { readonly full: boolean; whenRoom(call: () => void): void };

export type TcpListener = {
  readonly port: number;
  readonly counts: { connections: number; refused: number; slowed: number; bytesIn: number };
  /** connections that are open now */
  readonly open: number;
  close(): Promise<void>;
};

type Open = Link & {
  socket: Socket;
  session: Session;
  lastByte: number;
  openedAt: number;
  spoke: boolean;
  slowUntil: number;
};

/** how often it is looked who has been silent for too long */
const IDLE_LOOK_MS = 10_000;

/**
 * Listens for devices. A connection is read until the intake is full, its frames pile up, or it leaves our answers unread;
 * it stays open meanwhile. Silence lets readers decide on what they hold; who says nothing for long is closed.
 * @throws Refusal port_taken, config_invalid (an address of `allow` that is none)
 */
export async function listenTcp(options: TcpOptions, open: OpenSession, pressure: Pressure): Promise<TcpListener> {
  const limits = { ...LINK_LIMITS, ...options.limits };
  const links = new Set<Open>();
  const paused = new Set<Open>();
  const counts = { connections: 0, refused: 0, slowed: 0, bytesIn: 0 };

  const welcome = (socket: Socket, remote: string) => {
    const link = openLink(socket, remote);
    links.add(link);
    socket.on('data', (chunk) => read(link, chunk));
    socket.once('close', () => {
      links.delete(link);
      paused.delete(link);
      link.session.closed(reasonOf(link));
    });
  };

  const reasons = new WeakMap<Open, string>();
  const reasonOf = (link: Open) => reasons.get(link) ?? 'closed by the device';

  function openLink(socket: Socket, remote: string): Open {
    let out: Uint8Array[] = [];
    let waiting = 0;
    const now = Date.now();
    const link: Open = {
      socket,
      remote,
      lastByte: now,
      openedAt: now,
      spoke: false,
      slowUntil: 0,
      session: undefined as unknown as Session,
      send(bytes) {
        out.push(bytes);
        if (out.length > 1) return;
        setImmediate(() => {
          const together = out.length === 1 ? out[0]! : Buffer.concat(out);
          out = [];
          if (socket.destroyed) return;
          socket.write(together);
          if (socket.writableLength > limits.sendCutBytes) link.close('answers are not read');
          else if (socket.writableLength > limits.sendPauseBytes) {
            socket.pause();
            socket.once('drain', () => resume(link));
          }
        });
      },
      close(reason) {
        reasons.set(link, reason);
        socket.destroy();
      },
      unsettled(by) {
        waiting += by;
        if (by > 0 && waiting >= limits.mostUnsettled) socket.pause();
        else if (by < 0 && waiting === limits.mostUnsettled >> 1) resume(link);
      },
      slow(ms) {
        const until = Date.now() + ms;
        if (until <= link.slowUntil) return;
        link.slowUntil = until;
        socket.pause();
        counts.slowed++;
        readAgain(link);
      },
    };
    link.session = open(link);
    return link;
  }

  function read(link: Open, chunk: Buffer): void {
    link.lastByte = Date.now();
    link.spoke = true;
    counts.bytesIn += chunk.length;
    guarded(link, () => link.session.data(chunk));
    if (pressure.full && !paused.has(link)) pauseAll();
  }

  /** What one device sends must not take the others down with it, whatever it makes us do wrong. */
  function guarded(link: Open, work: () => void): void {
    try {
      work();
    } catch (error) {
      options.onFault?.(error);
      link.close('a fault of the platform');
    }
  }

  /** All at once: thousands of sockets, each read once more, would be more than the limit. */
  function pauseAll(): void {
    for (const link of links) {
      link.socket.pause();
      paused.add(link);
    }
  }

  /** When its pause is over; a timer of whole milliseconds may end just before it, and would leave the link unread for good. */
  function readAgain(link: Open): void {
    const left = link.slowUntil - Date.now();
    if (left > 0) setTimeout(() => readAgain(link), left + 1).unref();
    else resume(link);
  }

  function resume(link: Open): void {
    if (link.socket.destroyed || Date.now() < link.slowUntil) return;
    if (pressure.full) paused.add(link);
    else link.socket.resume();
  }

  pressure.whenRoom(() => {
    const waiting = [...paused];
    paused.clear();
    for (const link of waiting) resume(link);
  });

  const door = await openDoor(options, counts, welcome);
  const quiet = setInterval(() => {
    const now = Date.now();
    for (const link of links)
      if (now - link.lastByte >= (link.session.settleMs ?? limits.settleMs) && link.session.held() > 0)
        guarded(link, () => link.session.quiet());
  }, limits.settleMs / 2);
  const ticking = setInterval(() => {
    const now = Date.now();
    for (const link of links) guarded(link, () => link.session.tick?.(now));
  }, 1000);
  const idle = setInterval(
    () => {
      const now = Date.now();
      for (const link of links) {
        if (paused.has(link)) continue;
        if (!link.spoke && now - link.openedAt > limits.muteMs) link.close('said nothing');
        else if (now - link.lastByte > limits.idleMs) link.close('silent for too long');
      }
    },
    Math.min(IDLE_LOOK_MS, limits.muteMs),
  );
  quiet.unref();
  ticking.unref();
  idle.unref();

  return {
    port: door.port,
    counts,
    get open() {
      return door.open;
    },
    async close() {
      clearInterval(quiet);
      clearInterval(ticking);
      clearInterval(idle);
      const ended = door.close();
      for (const link of links) link.close('the platform stops');
      await ended;
    },
  };
}
