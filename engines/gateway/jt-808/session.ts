import type { Registered } from '#engines/devices';
import {
  decodeJt808,
  type GeneralResult,
  type Header,
  type Jt808Message,
  Jt808Reader,
  type Piece,
  platformAnswer,
  registrationAnswer,
} from '#protocols/jt-808';
import type { Outcome } from '../intake/arrival.ts';
import type { SessionDeps } from '../links/deps.ts';
import type { Link, Session } from '../links/link.ts';
import { settling } from '../links/settling.ts';
import type { TerminalCodes } from './codes.ts';
import { jt808Dialect } from './dialect.ts';
import { LongMessages } from './long-messages.ts';

export type Jt808Deps = SessionDeps & { readonly codes: TerminalCodes };

/** Messages that answer one of ours: they are not answered. */
const ANSWERS: ReadonlySet<string> = new Set(['terminalAnswer', 'terminalResend', 'locationAnswer']);
/** What a terminal may say before it has shown its code. */
const BEFORE_CODE: ReadonlySet<string> = new Set(['registration', 'authentication']);

/**
 * A connection of a JT/T 808 terminal: it registers and gets a code, comes back with it, then reports. Everything is answered
 * in the header of its own edition, after the commit. Where a person has given the device a password, nothing is taken from
 * it before that was shown on this connection.
 */
export function jt808Session(link: Link, deps: Jt808Deps): Session {
  const reader = new Jt808Reader();
  const long = new LongMessages();
  const shown = new Set<number>();
  let serial = 0;
  const next = () => (serial = (serial + 1) & 0xffff);

  function take(pieces: readonly Piece[]): void {
    const receivedAt = Date.now();
    for (const { kind, bytes } of pieces) {
      if (kind === 'noise') {
        deps.meter.of('jt-808').noiseBytes += bytes.length;
        continue;
      }
      const message = decodeJt808(bytes);
      if (message.body.kind !== 'part') one(message, bytes, message.header ? [message.header.serial] : [], receivedAt);
      else {
        const whole = long.add(message, bytes, receivedAt);
        if (typeof whole === 'object') one(whole.message, whole.bytes, whole.serials, receivedAt);
        else if (whole === 'refused') deps.meter.refuse('parts_too_many');
      }
    }
  }

  function one(message: Jt808Message, bytes: Uint8Array, serials: readonly number[], receivedAt: number): void {
    const { header, body } = message;
    const device = deps.register.find('jt-808', jt808Dialect.identityOf(message) ?? '');
    const settle = settling(link, deps.meter, 'jt-808', receivedAt, (outcome) => {
      if (!header || ANSWERS.has(body.kind)) return null;
      if (body.kind === 'registration' || body.kind === 'authentication') {
        void welcome(message, header, outcome);
        return null;
      }
      if (outcome !== 'stored' && outcome !== 'kept') return null;
      if (body.kind === 'deregistration' && device) void deps.codes.forget(device).catch(() => undefined);
      return Buffer.concat(serials.map((of) => platformAnswer({ ...header, serial: of }, 'ok', next())));
    });
    const closed = device !== undefined && device.password !== null && !shown.has(device.id);
    if (closed && !BEFORE_CODE.has(body.kind)) {
      if (header && !ANSWERS.has(body.kind)) link.send(platformAnswer(header, 'failed', next()));
      deps.meter.refuse('not_authenticated');
      settle('refused');
      return;
    }
    if (!closed) deps.book.heard(link, 'jt-808', device, receivedAt);
    deps.intake.accept({ dialect: jt808Dialect, message, bytes, remote: link.remote, receivedAt, settle });
  }

  /** Registration and authentication need the register and the stored code; nothing is said when the store is away. */
  async function welcome(message: Jt808Message, header: Header, outcome: Outcome): Promise<void> {
    try {
      const device = deps.register.find('jt-808', jt808Dialect.identityOf(message) ?? '');
      const welcomed = outcome === 'refused' ? undefined : device;
      link.send(await answerTo(message, header, welcomed));
    } catch {
      // the terminal asks again
    }
  }

  async function answerTo({ body }: Jt808Message, header: Header, device: Registered | undefined): Promise<Uint8Array> {
    if (body.kind === 'registration') {
      if (!device) return registrationAnswer(header, 'no such terminal', next());
      const code = await deps.codes.handOut(device);
      return code === null
        ? registrationAnswer(header, 'terminal registered', next())
        : registrationAnswer(header, 'ok', next(), code);
    }
    const said = body.kind === 'authentication' ? body.values.authCode : null;
    const fits = device !== undefined && said !== null && (await deps.codes.fits(device, said));
    if (fits) shown.add(device.id);
    const result: GeneralResult = fits ? 'ok' : 'failed';
    return platformAnswer(header, result, next());
  }

  return {
    data: (chunk) => take(reader.push(chunk)),
    quiet: () => undefined,
    // a flag ends a frame, silence does not
    held: () => 0,
    tick: (now) => long.tick(link, now, next),
    closed: (reason) => deps.book.gone(link, reason),
  };
}
