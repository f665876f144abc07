import { DeviceRegister } from '#engines/devices';
import { liveSource, PacketWriter, type WriterOptions } from '#engines/observations';
import type { Store } from '#platform/store';
import { BusIntake } from './bus/publish.ts';
import { type BusOptions, openBus } from './bus/stream.ts';
import { Exchanges, type ExchangesDeps } from './conversations/exchanges.ts';
import { Unasked } from './conversations/unasked.ts';
import { Express } from './hj-212/express.ts';
import { hj212Session } from './hj-212/session.ts';
import { Admission } from './intake/admission.ts';
import type { Intake } from './intake/arrival.ts';
import { DirectIntake } from './intake/direct.ts';
import { TerminalCodes } from './jt-808/codes.ts';
import { jt808Session } from './jt-808/session.ts';
import { LinkBook } from './links/book.ts';
import type { SessionDeps } from './links/deps.ts';
import type { OpenSession } from './links/link.ts';
import { Meter } from './links/meter.ts';
import { listenTcp, type TcpListener, type TcpOptions } from './links/tcp.ts';
import { DEFAULT_TOPICS, topicPattern } from './messages/topics.ts';
import { openBroker } from './mqtt/broker.ts';
import { openSubscriber, type Subscriber, type SubscriberOptions } from './mqtt/subscriber.ts';
import { vehicleSession } from './vehicles/session.ts';

type Listen = Omit<TcpOptions, 'tls'>;

/** The listeners on TCP (or TLS) that frames are cut out of, by what they hear. */
export const TCP_LISTENERS = ['hj212', 'vehicles', 'jt808'] as const;
export type TcpListenerName = (typeof TCP_LISTENERS)[number];
export type ListenerName = TcpListenerName | 'mqtt';

export type GatewayOptions = { readonly [Name in TcpListenerName]?: Listen } & {
  /** name of this process among gateways */
  readonly name: string;
  /** the built-in MQTT broker */
  readonly mqtt?: Listen;
  /** an MQTT broker that exists already */
  readonly mqttSource?: Pick<SubscriberOptions, 'url' | 'clientId' | 'connections'>;
  /** topics of both, with {id} or {stream} for who speaks */
  readonly topics?: readonly string[];
  readonly tls?: TcpOptions['tls'];
  readonly writer?: WriterOptions;
  /** put frames onto this bus instead of writing into the store */
  readonly bus?: BusOptions;
  readonly conversations?: Pick<ExchangesDeps, 'timing' | 'secondMs'> & { readonly driftEveryMs?: number };
  readonly onTrouble?: (error: unknown) => void;
  readonly onFault?: TcpOptions['onFault'];
};

export type Gateway = {
  readonly register: DeviceRegister;
  readonly book: LinkBook;
  readonly writer: PacketWriter;
  readonly meter: Meter;
  readonly exchanges: Exchanges;
  readonly intake: Intake;
  /** whether what comes cannot be stored now */
  readonly isAway: () => boolean;
  readonly listeners: ReadonlyMap<ListenerName, TcpListener>;
  readonly ports: { readonly [Name in ListenerName]?: number };
  readonly subscriber: Subscriber | undefined;
  /** stops listening, commits what was taken, ends */
  close(): Promise<void>;
};

/** Opens all listeners that the options name, on the store. @throws Refusal port_taken, config_invalid */
export async function openGateway(store: Store, options: GatewayOptions): Promise<Gateway> {
  const { db, pool } = store;
  const register = await DeviceRegister.open(db);
  const writer = new PacketWriter(pool, { onTrouble: options.onTrouble, ...options.writer });
  const book = new LinkBook(db, options.name);
  const meter = new Meter();
  const sources = { gateway: await liveSource(db, false), simulated: await liveSource(db, true) };
  const direct = new DirectIntake({
    register,
    writer,
    admission: new Admission(db),
    sources,
    heard: (device, { dialect, message }, sink) =>
      book.noted(device.id, sink?.clockOffsetS ?? null, dialect.deviationsOf(message)),
    refused: (reason) => meter.refuse(reason),
    onTrouble: options.onTrouble,
  });
  const bus = options.bus && (await openBus(options.bus));
  const published =
    bus &&
    new BusIntake({
      bus,
      register,
      heard: (deviceId, deviations) => book.noted(deviceId, null, deviations),
      onTrouble: options.onTrouble,
    });
  const intake = published ?? direct;
  const deps: SessionDeps = {
    register,
    intake,
    book,
    meter,
    express: published ? undefined : new Express(register, direct, sources),
  };
  const codes = new TerminalCodes(db);
  const exchanges = new Exchanges({ db, register, book, onTrouble: options.onTrouble, ...options.conversations });
  const unasked = new Unasked(
    { db, register, book, exchanges, onTrouble: options.onTrouble },
    options.conversations?.driftEveryMs,
  );
  const sessions: Record<TcpListenerName, OpenSession> = {
    hj212: (link) => hj212Session(link, { ...deps, exchanges }),
    vehicles: (link) => vehicleSession(link, deps),
    jt808: (link) => jt808Session(link, { ...deps, codes }),
  };
  const listeners = new Map<ListenerName, TcpListener>();
  let subscriber: Subscriber | undefined;
  const close = async () => {
    await Promise.all([...[...listeners.values()].map((listener) => listener.close()), subscriber?.close()]);
    await published?.close();
    await bus?.close();
    await unasked.close();
    await exchanges.close();
    await writer.close();
    await book.close();
    register.close();
  };
  try {
    for (const name of TCP_LISTENERS) {
      const listen = options[name];
      if (listen)
        listeners.set(
          name,
          await listenTcp({ ...listen, tls: options.tls, onFault: options.onFault }, sessions[name], intake),
        );
    }
    const topics = (options.topics ?? DEFAULT_TOPICS).map(topicPattern);
    const { mqtt, mqttSource, tls, onTrouble } = options;
    if (mqtt) listeners.set('mqtt', await openBroker({ ...mqtt, tls, topics, onTrouble }, deps));
    if (mqttSource) subscriber = openSubscriber({ ...mqttSource, topics, onTrouble }, deps);
  } catch (error) {
    await close();
    throw error;
  }
  const isAway = () => writer.troubleSince !== null;
  const ports = Object.fromEntries([...listeners].map(([name, { port }]) => [name, port]));
  return { register, book, writer, meter, exchanges, intake, isAway, listeners, ports, subscriber, close };
}
