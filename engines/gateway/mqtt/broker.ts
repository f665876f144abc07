import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { sameSecret } from '../intake/secret.ts';
import type { SessionDeps } from '../links/deps.ts';
import { type DoorOptions, openDoor } from '../links/door.ts';
import type { Link } from '../links/link.ts';
import { settling } from '../links/settling.ts';
import type { TcpListener } from '../links/tcp.ts';
import { mqttDialect } from '../messages/dialect.ts';
import { TEXT_LIMITS } from '../messages/fields.table.ts';
import { bytesOfMessage } from '../messages/message.ts';
import { addressOf, type TopicPattern } from '../messages/topics.ts';
import { packetGuard } from './packet-guard.ts';
import { messageOf } from './payload.ts';

export type BrokerOptions = DoorOptions & {
  readonly topics: readonly TopicPattern[];
  readonly onTrouble?: (error: unknown) => void;
};

type Session = {
  link: Link;
  /** who it says it is: its user name, or its client id */
  identity: string;
  secret: string;
  slowUntil: number;
};

const BAD_PASSWORD = 4;
/** a topic's length and the header of a packet, beside its payload */
const TOPIC_ROOM = 1024;

/**
 * The built-in MQTT broker (3.1.1): devices publish, nobody subscribes. A publication of QoS 1 or 2 is acknowledged after its
 * commit, so that what is not stored comes again. Nothing is retained, no last will is spoken, what a device says in
 * another's name needs that one's password.
 */
export async function openBroker(options: BrokerOptions, deps: SessionDeps): Promise<TcpListener> {
  const { register, intake, book, meter } = deps;
  const sessions = new WeakMap<Client, Session>();
  const counts = { connections: 0, refused: 0, slowed: 0, bytesIn: 0 };
  const waiting = new Set<() => void>();
  intake.whenRoom(() => {
    const woken = [...waiting];
    waiting.clear();
    for (const go of woken) go();
  });
  /** Until the intake takes more; the connection is read no further meanwhile. */
  const room = () => new Promise<void>((go) => waiting.add(go));

  const broker = new Aedes({
    concurrency: 1000,
    preConnect(_client, packet, done) {
      packet.will = undefined;
      done(null, true);
    },
    authenticate(client, username, password, done) {
      const identity = username || client.id;
      const secret = password?.toString('utf8') ?? '';
      const device = register.find('mqtt', identity);
      if (device && device.password !== null && !sameSecret(device.password, secret)) {
        counts.refused++;
        done(
          Object.assign(new Error('bad user name or password'), { returnCode: BAD_PASSWORD }) as AuthenticateError,
          false,
        );
        return;
      }
      sessions.set(client, { link: linkOf(client, counts), identity, secret, slowUntil: 0 });
      // one client's id must not drive another's connection out
      Object.assign(client, { id: `${identity}|${client.id}` });
      done(null, true);
    },
    authorizeSubscribe: (_client, _subscription, done) => done(null, null),
    authorizePublish(client, packet, done) {
      const session = client && sessions.get(client);
      if (!session) return done(new Error('nobody publishes here but devices'));
      packet.retain = false;
      void publish(session, packet.topic, packet.payload).then(
        (committed) => done(committed ? null : new Error('not stored')),
        (error: unknown) => {
          options.onTrouble?.(error);
          done(new Error('not stored'));
        },
      );
    },
  });

  async function publish(session: Session, topic: string, payload: Buffer | string): Promise<boolean> {
    const receivedAt = Date.now();
    const address = addressOf(topic, options.topics) ?? { identity: session.identity };
    const device = address.identity === null ? undefined : register.find('mqtt', address.identity);
    if (device && device.password !== null && !sameSecret(device.password, session.secret)) {
      meter.refuse('wrong_password');
      meter.settled(meter.of('mqtt'), 'refused', receivedAt);
      return false;
    }
    book.heard(session.link, 'mqtt', device, receivedAt);
    const wait = session.slowUntil - receivedAt;
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    // asked again after waiting: whoever waited too may have filled it
    while (intake.full) await room();
    const message = messageOf(topic, payload, address);
    return new Promise((done) => {
      const count = settling(session.link, meter, 'mqtt', receivedAt, null);
      intake.accept({
        dialect: mqttDialect,
        message,
        bytes: bytesOfMessage(message),
        remote: session.link.remote,
        receivedAt,
        settle: (outcome) => {
          count(outcome);
          done(outcome === 'stored' || outcome === 'kept');
        },
      });
    });
  }

  function linkOf(client: Client, of: typeof counts): Link {
    const socket = client.conn as Socket;
    return {
      remote: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      send: () => undefined,
      close: () => client.close(),
      unsettled: () => undefined,
      slow(ms) {
        const session = sessions.get(client);
        if (session) session.slowUntil = Date.now() + ms;
        of.slowed++;
      },
    };
  }
  broker.on('clientDisconnect', (client) => {
    const session = sessions.get(client);
    if (session) book.gone(session.link, 'closed by the device');
  });
  (broker as EventEmitter).on('error', (error: unknown) => options.onTrouble?.(error));
  await broker.listen();

  const sockets = new Set<Socket>();
  const door = await openDoor(options, counts, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    const isWell = packetGuard(TEXT_LIMITS.longest + TOPIC_ROOM);
    socket.on('data', (chunk: Buffer) => {
      counts.bytesIn += chunk.length;
      if (isWell(chunk)) return;
      counts.refused++;
      socket.destroy();
    });
    broker.handle(socket);
  }).catch(async (error: unknown) => {
    await new Promise<void>((done) => broker.close(done));
    throw error;
  });
  return {
    port: door.port,
    counts,
    get open() {
      return door.open;
    },
    async close() {
      const ended = door.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => broker.close(done));
      await ended;
    },
  };
}
