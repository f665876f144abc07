import type { Deviation, RecordOf } from '#protocols/fields';
import {
  type BlockOf,
  codecsOf,
  type Dialect,
  decodeMessage,
  type Envelope,
  encodeMessage,
  type Body as LooseBody,
  VehicleReader,
} from '#protocols/vehicle-link';
import { BLOCKS, type OBD, type STREAM } from './blocks.table.ts';
import { COMMANDS, ENCRYPTIONS, type LOGIN, type LOGOUT, SEQUENCE, TIME } from './commands.table.ts';

export const DIALECT = {
  starts: [0x23],
  commands: COMMANDS,
  blocks: BLOCKS,
  plain: [0x01],
  encryptions: ENCRYPTIONS,
  reportHead: [TIME],
  blockHead: [SEQUENCE],
} as const satisfies Dialect;

type Head = { readonly sequence: number };
export type Obd = RecordOf<typeof OBD>;
export type Stream = RecordOf<typeof STREAM>;
export type Block = BlockOf<typeof BLOCKS, Head> | { readonly name: 'kept'; readonly hex: string };

type Report = {
  readonly kind: 'report';
  readonly values: { readonly time: string | null };
  readonly blocks: readonly Block[];
};
type Kept = { readonly kind: 'kept'; readonly bytes: Uint8Array };
type Of<Values> = { readonly kind: 'record'; readonly values: Values; readonly rest: Uint8Array };
type Says =
  | { readonly command: 'login'; readonly body: Of<RecordOf<typeof LOGIN>> | Kept }
  | { readonly command: 'realtime' | 'reissue'; readonly body: Report | Kept }
  | { readonly command: 'logout'; readonly body: Of<RecordOf<typeof LOGOUT>> | Kept }
  | { readonly command: 'time'; readonly body: Of<Readonly<Record<string, never>>> | Kept }
  | { readonly command: null; readonly body: Kept };

/** One decoded frame of GB 17691-2018 annex Q. */
export type Gb17691Message = Says & {
  readonly envelope: Envelope | null;
  readonly deviations: readonly Deviation[];
  readonly raw: Uint8Array;
};

const CODECS = codecsOf(DIALECT);

/** A reader for one connection; see `VehicleReader`. */
export const gb17691Reader = (longestData?: number): VehicleReader =>
  new VehicleReader({ starts: DIALECT.starts, longestData });

/** Reads one frame of any quality: what is odd is in `deviations`, what cannot be read is kept. Never throws. */
export const decodeGb17691 = (raw: Uint8Array): Gb17691Message =>
  decodeMessage(CODECS, raw, 'terminal') as unknown as Gb17691Message;

/** Writes a frame of an envelope and a body; length and checksum are computed. A RangeError names what does not fit. */
export const encodeGb17691 = (envelope: Envelope, body: Gb17691Message['body']): Uint8Array =>
  encodeMessage(CODECS, envelope, body as unknown as LooseBody);

/** The envelope of a command that a terminal sends in plain. */
export const terminalEnvelope = (
  command: (typeof COMMANDS)[number]['name'],
  vin: string,
  softwareVersion = 1,
): Envelope => ({
  start: DIALECT.starts[0],
  head: 'terminal',
  command: (COMMANDS.find(({ name }) => name === command) as (typeof COMMANDS)[number]).command,
  response: null,
  softwareVersion,
  vin,
  encryption: DIALECT.plain[0],
});
