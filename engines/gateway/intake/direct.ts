import type { DeviceRegister, Registered } from '#engines/devices';
import type { KeptFrame, KeptReason, PacketRow, PacketWriter } from '#engines/observations';
import type { Refused } from '../links/meter.ts';
import type { Admission } from './admission.ts';
import type { Arrival, Intake, Outcome } from './arrival.ts';
import { ADMISSION_LIMITS } from './limits.table.ts';
import { isPlainName } from './plain.ts';
import { RowSink } from './row-sink.ts';

export type DirectIntakeDeps = {
  register: DeviceRegister;
  writer: PacketWriter;
  admission: Admission;
  sources: { gateway: number; simulated: number };
  /** told of every message of a device that is known */
  heard?: (device: Registered, arrival: Arrival, sink: RowSink | null) => void;
  /** told why a frame is not acknowledged */
  refused?: (reason: Refused) => void;
  onTrouble?: (error: unknown) => void;
  /** what comes was answered before, by who put it onto the bus: everything is kept, whoever it is from */
  answeredBefore?: boolean;
};

/** reasons for which a device is not told that its frame arrived */
const UNANSWERED: ReadonlySet<KeptReason> = new Set(['unreadable', 'wrong_password', 'no_identity']);
/** what an offer holds beside its bytes */
const OFFER_BYTES = 400;

type Came = Pick<KeptFrame, 'protocol' | 'remote' | 'bytes' | 'receivedAt'>;

/** The intake of a process that writes into the store itself. */
export class DirectIntake implements Intake {
  readonly #deps: DirectIntakeDeps;

  constructor(deps: DirectIntakeDeps) {
    this.#deps = deps;
  }

  get full(): boolean {
    return this.#deps.writer.full;
  }

  whenRoom(call: () => void): void {
    this.#deps.writer.whenRoom(call);
  }

  accept<M>(arrival: Arrival<M>): void {
    const { dialect } = arrival;
    const identity = dialect.identityOf(arrival.message);
    if (identity === null || !isPlainName(identity, ADMISSION_LIMITS.longestIdentity)) {
      this.#keep(arrival, null, null, 'no_identity', null);
      return;
    }
    const device = this.#deps.register.find(dialect.protocol, identity);
    if (!device) {
      if (!dialect.isSound(arrival.message, undefined)) this.#keep(arrival, identity, null, 'unreadable', null);
      else this.#unknown(arrival, identity);
      return;
    }
    if (!dialect.isSound(arrival.message, device.settings)) {
      this.#keep(arrival, identity, device.id, 'unreadable', null);
      return;
    }
    const said = device.password === null ? undefined : dialect.passwordOf?.(arrival.message);
    if (said !== undefined && said !== device.password) {
      this.#keep(arrival, identity, device.id, 'wrong_password', null);
      return;
    }
    this.#known(arrival, identity, device);
  }

  #known<M>(arrival: Arrival<M>, identity: string, device: Registered): void {
    const { dialect } = arrival;
    const message = dialect.unseal?.(arrival.message, device.sm4Key) ?? arrival.message;
    if (!dialect.bringsData(message)) {
      this.#deps.heard?.(device, arrival, null);
      arrival.settle('stored');
      return;
    }
    if (device.state === 'probation') {
      if (!this.#deps.answeredBefore && !this.#deps.admission.takesFrame(device.id))
        this.#refuse(arrival, 'too_many_frames');
      else this.#keep(arrival, identity, device.id, 'probation', null);
      this.#deps.heard?.(device, arrival, null);
      return;
    }
    if (device.state === 'retired') {
      this.#keep(arrival, identity, device.id, 'retired', null);
      return;
    }
    const { simulated, gateway } = this.#deps.sources;
    const source = device.simulated ? simulated : gateway;
    const sink = new RowSink(this.#deps.register, device, source, arrival.receivedAt);
    dialect.interpret(message, sink);
    if (sink.missing.length === 0) this.#offer(arrival, identity, sink);
    else void this.#withRoom(arrival, identity, sink, message);
    this.#deps.heard?.(device, arrival, sink);
  }

  /** A row that was made without a message, by the short way. */
  store(device: Registered, row: PacketRow, came: Came, settle: (outcome: Outcome) => void): void {
    this.#deps.writer.offer({
      rows: [row],
      frame: null,
      weight: came.bytes.length + OFFER_BYTES,
      settle: (settled) => settle(settled === 'closed' ? 'closed' : 'stored'),
      instead: () => keptFrame(came, device.code, device.id, 'refused_by_store', null),
    });
  }

  /** A factor that this device never sent before: it is given a channel, then the message is read again. */
  async #withRoom<M>(arrival: Arrival<M>, identity: string, first: RowSink, message: M): Promise<void> {
    let sink = first;
    while (sink.missing.length > 0) {
      try {
        if (!(await this.#deps.register.makeRoom(sink.device, sink.missing))) {
          this.#keep(arrival, identity, first.device.id, 'too_many_channels', sink.missing[0]?.[0] ?? null);
          return;
        }
        sink = sink.again();
        arrival.dialect.interpret(message, sink);
      } catch (error) {
        this.#deps.onTrouble?.(error);
        await new Promise((done) => setTimeout(done, 500));
      }
    }
    this.#offer(arrival, identity, sink);
  }

  #offer<M>(
    { dialect: { protocol }, remote, bytes, receivedAt, settle }: Arrival<M>,
    identity: string,
    sink: RowSink,
  ): void {
    // what waits for the commit holds bytes and rows only: the message itself would live long enough to be costly
    const came = { protocol, remote, bytes, receivedAt };
    const { rows, device } = sink;
    const frame = sink.kept ? keptFrame(came, identity, device.id, sink.kept.reason, sink.kept.detail) : null;
    if (rows.length === 0 && !frame) {
      settle('stored');
      return;
    }
    this.#deps.writer.offer({
      rows,
      frame,
      weight: bytes.length + OFFER_BYTES,
      settle: (settled) => settle(settled === 'closed' ? 'closed' : rows.length ? 'stored' : 'kept'),
      instead: () => keptFrame(came, identity, device.id, 'refused_by_store', null),
    });
  }

  #keep<M>(
    arrival: Arrival<M>,
    identity: string | null,
    deviceId: number | null,
    reason: KeptReason,
    detail: string | null,
  ): void {
    const outcome: Outcome = UNANSWERED.has(reason) ? 'refused' : 'kept';
    if (outcome === 'refused') this.#deps.refused?.(reason as Refused);
    if (outcome === 'refused' && !this.#deps.answeredBefore && !this.#deps.admission.takesUnreadable(arrival.remote)) {
      arrival.settle('refused');
      return;
    }
    const came = { ...arrival, protocol: arrival.dialect.protocol };
    const frame = keptFrame(came, identity, deviceId, reason, detail);
    this.#deps.writer.offer({
      rows: [],
      frame,
      weight: arrival.bytes.length + OFFER_BYTES,
      settle: (settled) => arrival.settle(settled === 'closed' ? 'closed' : outcome),
      instead: () => frame,
    });
  }

  #refuse<M>(arrival: Arrival<M>, reason: Refused): void {
    this.#deps.refused?.(reason);
    arrival.settle('refused');
  }

  /** Nobody that we know: it is put into the register in probation, then its frame is kept for it. */
  #unknown<M>(arrival: Arrival<M>, identity: string): void {
    void this.#deps.admission
      .meet(arrival.dialect.protocol, identity, arrival.remote)
      .then(async (met) => {
        if (!met && this.#deps.answeredBefore) return this.#keep(arrival, identity, null, 'probation', null);
        if (!met) return this.#refuse(arrival, 'too_many_unknown');
        await this.#deps.register.renew();
        const device = this.#deps.register.find(arrival.dialect.protocol, identity);
        if (device) return this.#known(arrival, identity, device);
        // the register was just being read again: it comes a second time
        return arrival.settle('closed');
      })
      .catch((error: unknown) => {
        this.#deps.onTrouble?.(error);
        arrival.settle('closed');
      });
  }
}

const keptFrame = (
  { protocol, remote, bytes, receivedAt }: Came,
  identity: string | null,
  deviceId: number | null,
  reason: KeptReason,
  detail: string | null,
): KeptFrame => ({ protocol, identity, deviceId, remote, reason, detail, bytes, receivedAt });
