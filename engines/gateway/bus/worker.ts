import { DeviceRegister } from '#engines/devices';
import { liveSource, PacketWriter, type WriterOptions } from '#engines/observations';
import type { Store } from '#platform/store';
import { DIALECTS } from '../dialects.ts';
import { Admission } from '../intake/admission.ts';
import { DirectIntake } from '../intake/direct.ts';
import { consumeFrames, type Frame } from './consume.ts';
import { type BusOptions, openBus } from './stream.ts';

export type StoringWorker = {
  readonly writer: PacketWriter;
  readonly counts: { taken: number; stored: number; again: number };
  close(): Promise<void>;
};

/**
 * Stores what gateways put onto the bus: as many of these as one likes, on as many machines.
 * @throws Refusal config_invalid, bus_unreachable
 */
export async function openStoringWorker(
  store: Store,
  options: { bus: BusOptions; writer?: WriterOptions; onTrouble?: (error: unknown) => void },
): Promise<StoringWorker> {
  const { db, pool } = store;
  const { onTrouble } = options;
  const bus = await openBus(options.bus);
  const register = await DeviceRegister.open(db);
  const writer = new PacketWriter(pool, { onTrouble, ...options.writer });
  const sources = { gateway: await liveSource(db, false), simulated: await liveSource(db, true) };
  const admission = new Admission(db);
  const intake = new DirectIntake({ register, writer, admission, sources, onTrouble, answeredBefore: true });
  const keepUnread = (frame: Frame, settle: (committed: boolean) => void) => {
    const kept = { ...frame, identity: null, deviceId: null, reason: 'unreadable', detail: null } as const;
    writer.offer({
      rows: [],
      frame: kept,
      weight: frame.bytes.length,
      settle: (outcome) => settle(outcome === 'committed'),
      instead: () => kept,
    });
  };
  const worker = await consumeFrames({ bus, intake, dialects: DIALECTS, keepUnread, onTrouble });
  return {
    writer,
    counts: worker.counts,
    async close() {
      await worker.close();
      await writer.close();
      await bus.close();
      register.close();
    },
  };
}
