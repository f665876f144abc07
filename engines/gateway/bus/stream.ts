import { type JetStreamClient, jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Refusal } from '#platform/refusal';

export type BusOptions = {
  /** nats://…, several separated by commas */
  readonly url: string;
  /** copies of every frame, each on another server */
  readonly replicas: number;
  /** the servers write through to the disk at once (`sync_interval: always`): then fewer than three copies are enough */
  readonly writesThrough: boolean;
  readonly name: string;
};

/** Frames that devices sent and that no worker has stored yet; a frame goes when its worker has committed it. */
export const STREAM = 'LANTIAN_FRAMES';
export const SUBJECTS = 'lantian.frames.>';
export const subjectOf = (protocol: string) => `lantian.frames.${protocol}`;
/** all workers together are one consumer: each frame goes to one of them */
export const CONSUMER = 'store';
/** the headers of a frame on the bus */
export const HEADERS = {
  protocol: 'Lantian-Protocol',
  remote: 'Lantian-Remote',
  receivedAt: 'Lantian-Received',
} as const;

/** JetStream answers before its servers' disks have the frame, so that three of them must hold it, or they write through. */
const ENOUGH_COPIES = 3;
const ACK_WAIT_NS = 30_000_000_000;
const MOST_UNACKNOWLEDGED = 20_000;

export type Bus = { connection: NatsConnection; stream: JetStreamClient; close(): Promise<void> };

/**
 * Connects to NATS and makes the stream and its consumer where they are missing.
 * @throws Refusal config_invalid (too few copies to answer for), bus_unreachable
 */
export async function openBus(options: BusOptions): Promise<Bus> {
  if (options.replicas < ENOUGH_COPIES && !options.writesThrough) {
    throw new Refusal('config_invalid', {
      zh: `NATS 只存 ${options.replicas} 份且不实时落盘，断电会丢失已应答的报文：请设 LANTIAN_NATS_REPLICAS=3，或在各服务器设 sync_interval: always 后设 LANTIAN_NATS_SYNC=always。`,
      en: `NATS keeps ${options.replicas} copy and writes to disk late: answered frames could be lost. Set LANTIAN_NATS_REPLICAS=3, or sync_interval: always on its servers and LANTIAN_NATS_SYNC=always here.`,
    });
  }
  let connection: NatsConnection;
  try {
    connection = await connect({
      servers: options.url.split(',').map((server) => server.trim()),
      name: options.name,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      waitOnFirstConnect: false,
    });
  } catch (error) {
    throw unreachable(options.url, error);
  }
  try {
    await makeStream(connection, options.replicas);
  } catch (error) {
    await connection.close();
    throw unreachable(options.url, error);
  }
  return { connection, stream: jetstream(connection, { timeout: 5000 }), close: () => connection.close() };
}

async function makeStream(connection: NatsConnection, replicas: number): Promise<void> {
  const manager = await jetstreamManager(connection, { timeout: 10_000 });
  // a cluster that has just come up elects its leader first
  for (let tries = 0; ; tries++) {
    try {
      const exists = await manager.streams.info(STREAM).then(
        () => true,
        () => false,
      );
      if (!exists)
        await manager.streams.add({
          name: STREAM,
          subjects: [SUBJECTS],
          retention: RetentionPolicy.Workqueue,
          storage: StorageType.File,
          num_replicas: replicas,
          duplicate_window: 0,
        });
      const known = await manager.consumers.info(STREAM, CONSUMER).then(
        () => true,
        () => false,
      );
      if (!known)
        await manager.consumers.add(STREAM, {
          durable_name: CONSUMER,
          ack_policy: 'explicit',
          ack_wait: ACK_WAIT_NS,
          max_ack_pending: MOST_UNACKNOWLEDGED,
          num_replicas: replicas,
        });
      return;
    } catch (error) {
      if (tries >= 20) throw error;
      await new Promise((done) => setTimeout(done, 500));
    }
  }
}

function unreachable(url: string, error: unknown): Refusal {
  const where = url.replace(/\/\/[^@/]*@/g, '//');
  return new Refusal(
    'bus_unreachable',
    {
      zh: `连接不上消息总线 ${where}，请检查 NATS_URL，并确认 NATS 已开启 JetStream。`,
      en: `The bus ${where} cannot be reached: check NATS_URL, and that NATS runs with JetStream.`,
    },
    { cause: error instanceof Error ? error.message : String(error) },
  );
}
