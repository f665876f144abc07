import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { Dialect, Intake } from '../intake/arrival.ts';
import { type Bus, CONSUMER, HEADERS, STREAM } from './stream.ts';

export type WorkerDeps = {
  bus: Bus;
  intake: Intake;
  dialects: ReadonlyMap<string, Dialect<unknown>>;
  /** a frame that the gateway could cut out but no dialect reads: kept with its bytes */
  keepUnread: (frame: Frame, settle: (committed: boolean) => void) => void;
  onTrouble?: (error: unknown) => void;
};

export type Frame = { protocol: string; bytes: Uint8Array; remote: string | null; receivedAt: number };

/** frames asked for at a time; together with the consumer's limit this bounds what a worker holds */
const FETCHED = 4000;
const ASK_AGAIN_AFTER_MS = 5000;
/** a frame that cannot be stored now comes again after so long */
const AGAIN_MS = 1000;

export type BusWorker = { readonly counts: { taken: number; stored: number; again: number }; close(): Promise<void> };

/**
 * Takes frames from the bus, lets the intake store them, and takes them off the bus after the commit. One that was stored
 * and comes again, because the worker died between the two, changes nothing.
 */
export async function consumeFrames({ bus, intake, dialects, keepUnread, onTrouble }: WorkerDeps): Promise<BusWorker> {
  const counts = { taken: 0, stored: 0, again: 0 };
  let closing = false;
  let messages: ConsumerMessages | undefined;

  const done = (message: JsMsg, committed: boolean) => {
    if (committed) {
      counts.stored++;
      message.ack();
    } else {
      counts.again++;
      message.nak(AGAIN_MS);
    }
  };
  const take = (message: JsMsg) => {
    counts.taken++;
    const frame = frameOf(message);
    const dialect = dialects.get(frame.protocol);
    const read = dialect?.decode(frame.bytes) ?? null;
    if (!dialect || read === null) {
      keepUnread(frame, (committed) => done(message, committed));
      return;
    }
    intake.accept({ dialect, message: read, ...frame, settle: (outcome) => done(message, outcome !== 'closed') });
  };
  let wake: (() => void) | undefined;
  intake.whenRoom(() => wake?.());
  const running = (async () => {
    while (!closing) {
      try {
        const consumer = await bus.stream.consumers.get(STREAM, CONSUMER);
        messages = await consumer.consume({ max_messages: FETCHED, expires: ASK_AGAIN_AFTER_MS });
        for await (const message of messages) {
          take(message);
          if (intake.full)
            await new Promise<void>((room) => {
              wake = room;
            });
          if (closing) break;
        }
      } catch (error) {
        if (closing) return;
        onTrouble?.(error);
        await new Promise((wait) => setTimeout(wait, AGAIN_MS));
      }
    }
  })();
  return {
    counts,
    async close() {
      closing = true;
      await messages?.close();
      await running;
    },
  };
}

function frameOf(message: JsMsg): Frame {
  const head = message.headers;
  return {
    protocol: head?.get(HEADERS.protocol) ?? message.subject.split('.').at(-1) ?? '',
    remote: head?.get(HEADERS.remote) || null,
    receivedAt: Number(head?.get(HEADERS.receivedAt)) || message.info.timestampNanos / 1e6,
    bytes: message.data,
  };
}
