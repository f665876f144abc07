import { DeviceRegister } from '#engines/devices';
import { liveSource, PacketWriter, type WriterOptions } from '#engines/observations';
import type { Store } from '#platform/store';
import { hj212Session } from './hj-212/session.ts';
import { Admission } from './intake/admission.ts';
import { DirectIntake } from './intake/direct.ts';
import { LinkBook } from './links/book.ts';
import { listenTcp, type TcpListener, type TcpOptions } from './links/tcp.ts';

type Listen = Omit<TcpOptions, 'tls'>;

export type GatewayOptions = {
  /** name of this process among gateways */
  readonly name: string;
  readonly hj212?: Listen;
  readonly tls?: TcpOptions['tls'];
  readonly writer?: WriterOptions;
  readonly onTrouble?: (error: unknown) => void;
};

export type Gateway = {
  readonly register: DeviceRegister;
  readonly book: LinkBook;
  readonly writer: PacketWriter;
  readonly ports: { hj212?: number };
  /** stops listening, commits what was taken, ends */
  close(): Promise<void>;
};

/** Opens all listeners that the options name, on the store. @throws Refusal port_taken, config_invalid */
export async function openGateway(store: Store, options: GatewayOptions): Promise<Gateway> {
  const { db, pool } = store;
  const register = await DeviceRegister.open(db);
  const writer = new PacketWriter(pool, { onTrouble: options.onTrouble, ...options.writer });
  const book = new LinkBook(db, register, options.name);
  const intake = new DirectIntake({
    register,
    writer,
    admission: new Admission(db),
    sources: { gateway: await liveSource(db, false), simulated: await liveSource(db, true) },
    heard: (device, { dialect, message }, sink) =>
      book.noted(device.id, sink?.clockOffsetS ?? null, dialect.deviationsOf(message)),
    onTrouble: options.onTrouble,
  });
  const listeners: TcpListener[] = [];
  const ports: Gateway['ports'] = {};
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
    await writer.close();
    await book.close();
    register.close();
  };
  try {
    if (options.hj212) {
      const listener = await listenTcp(
        { ...options.hj212, tls: options.tls },
        (link) => {
          book.opened(link, 'hj-212');
          return hj212Session(link, { intake, book });
        },
        intake,
      );
      listeners.push(listener);
      ports.hj212 = listener.port;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { register, book, writer, ports, close };
}
