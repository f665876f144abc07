import type pg from 'pg';
import { DeviceRegister, type Registered } from '#engines/devices';
import { liveSource, PacketWriter, type Settled } from '#engines/observations';
import type { Db } from '#platform/store';
import { DIALECTS } from '../dialects.ts';
import { RowSink } from '../intake/row-sink.ts';
import { admittedWithFrames, type FrameToReplay, framesToReplay, markReplayed } from './store.ts';

export type Replayed = { stored: number; kept: number };
type Deps = { db: Db; pool: pg.Pool };

const AT_A_TIME = 500;

/**
 * Makes packets of the frames that were kept of a device, in the order in which they came: after it was admitted, after its
 * clock or a mapping was set right. Harmless to repeat: what is stored already meets itself.
 * @returns how many frames became packets, and how many stay kept because they still cannot
 */
export async function replayKept({ db, pool }: Deps, deviceId: number): Promise<Replayed> {
  const register = await DeviceRegister.open(db, 0);
  return replayOne({ db, pool }, register, deviceId);
}

/** The same for all devices that were admitted while frames of theirs were still on their way into probation. */
export async function replayWaiting({ db, pool }: Deps): Promise<Replayed & { devices: number }> {
  const ids = await admittedWithFrames(db);
  const total = { stored: 0, kept: 0, devices: ids.length };
  if (ids.length === 0) return total;
  const register = await DeviceRegister.open(db, 0);
  for (const id of ids) {
    const { stored, kept } = await replayOne({ db, pool }, register, id);
    total.stored += stored;
    total.kept += kept;
  }
  return total;
}

async function replayOne({ db, pool }: Deps, register: DeviceRegister, deviceId: number): Promise<Replayed> {
  const device = register.byId(deviceId);
  const total = { stored: 0, kept: 0 };
  if (!device || device.state === 'probation' || device.state === 'retired') return total;
  const source = await liveSource(db, device.simulated);
  const writer = new PacketWriter(pool);
  try {
    for (let after = 0; ; ) {
      const frames = await framesToReplay(db, deviceId, after, AT_A_TIME);
      const settling: Promise<boolean>[] = [];
      // read one after the other, so that they reach the store in the order in which they came
      for (const frame of frames) {
        const sink = await readAgain(frame, register, device, source);
        settling.push(sink ? offered(frame, sink, writer) : Promise.resolve(false));
      }
      const whole = await Promise.all(settling);
      const stored = frames.flatMap(({ id }, i) => (whole[i] ? [id] : []));
      await markReplayed(db, stored);
      total.stored += stored.length;
      total.kept += frames.length - stored.length;
      const last = frames.at(-1);
      if (!last || frames.length < AT_A_TIME) return total;
      after = last.id;
    }
  } finally {
    await writer.close();
  }
}

/** What a frame says, by the register as it is now; null when it still cannot be read. */
async function readAgain(
  frame: FrameToReplay,
  register: DeviceRegister,
  device: Registered,
  source: number,
): Promise<RowSink | null> {
  const dialect = DIALECTS.get(frame.protocol);
  const read = dialect?.decode(frame.bytes) ?? null;
  if (!dialect || read === null || !dialect.isSound(read, device.settings)) return null;
  const message = dialect.unseal?.(read, device.sm4Key) ?? read;
  let sink = new RowSink(register, device, source, frame.receivedAt.getTime());
  dialect.interpret(message, sink);
  while (sink.missing.length > 0) {
    if (!(await register.makeRoom(device, sink.missing))) return null;
    sink = sink.again();
    dialect.interpret(message, sink);
  }
  return sink;
}

/** @returns whether all that the frame says is stored now */
async function offered(frame: FrameToReplay, { rows, kept, device }: RowSink, writer: PacketWriter): Promise<boolean> {
  if (rows.length === 0) return kept === null;
  const settled = await new Promise<Settled>((settle) =>
    writer.offer({
      rows,
      frame: null,
      weight: frame.bytes.length,
      settle,
      instead: () => ({
        protocol: frame.protocol,
        identity: frame.identity,
        deviceId: device.id,
        remote: frame.remote,
        reason: 'refused_by_store',
        detail: null,
        bytes: frame.bytes,
        receivedAt: frame.receivedAt.getTime(),
      }),
    }),
  );
  return settled === 'committed' && kept === null;
}
