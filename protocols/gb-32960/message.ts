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
import { BLOCKS, VENDOR_BLOCKS } from './blocks.table.ts';
import { COMMANDS, ENCRYPTIONS, type LOGIN, type LOGOUT, type PLATFORM_LOGIN, TIME } from './commands.table.ts';

export const DIALECT = {
  starts: [0x23],
  commands: COMMANDS,
  blocks: BLOCKS,
  plain: [0x01],
  encryptions: ENCRYPTIONS,
  reportHead: [TIME],
  blockHead: [],
  vendorBlocks: VENDOR_BLOCKS,
  answer: [TIME],
} as const satisfies Dialect;

type Time = { readonly time: string | null };
export type Block =
  | BlockOf<typeof BLOCKS>
  | { readonly name: 'vendor'; readonly type: number; readonly head: object; readonly hex: string }
  | { readonly name: 'kept'; readonly hex: string };
type Kept = { readonly kind: 'kept'; readonly bytes: Uint8Array };
type Answer = { readonly kind: 'answer'; readonly values: Time; readonly rest: Uint8Array };
type Of<Values> = { readonly kind: 'record'; readonly values: Values; readonly rest: Uint8Array };
type Report = { readonly kind: 'report'; readonly values: Time; readonly blocks: readonly Block[] };
type Nothing = Readonly<Record<string, never>>;
type Says =
  | { readonly command: 'login'; readonly body: Of<RecordOf<typeof LOGIN>> | Answer | Kept }
  | { readonly command: 'realtime' | 'reissue'; readonly body: Report | Answer | Kept }
  | { readonly command: 'logout' | 'platformLogout'; readonly body: Of<RecordOf<typeof LOGOUT>> | Answer | Kept }
  | { readonly command: 'platformLogin'; readonly body: Of<RecordOf<typeof PLATFORM_LOGIN>> | Answer | Kept }
  | { readonly command: 'heartbeat' | 'time'; readonly body: Of<Nothing> | Answer | Kept }
  | { readonly command: null; readonly body: Kept };

/** One decoded frame of GB/T 32960.3-2016. */
export type Gb32960Message = Says & {
  readonly envelope: Envelope | null;
  readonly deviations: readonly Deviation[];
  readonly raw: Uint8Array;
};

const CODECS = codecsOf(DIALECT);

/** A reader for one connection; see `VehicleReader`. */
export const gb32960Reader = (longestData?: number): VehicleReader =>
  new VehicleReader({ starts: DIALECT.starts, longestData });

/** Reads one frame of any quality: what is odd is in `deviations`, what cannot be read is kept. Never throws. */
export const decodeGb32960 = (raw: Uint8Array): Gb32960Message =>
  decodeMessage(CODECS, raw, 'platform') as unknown as Gb32960Message;

/** Writes a frame of an envelope and a body; length and checksum are computed. A RangeError names what does not fit. */
export const encodeGb32960 = (envelope: Envelope, body: Gb32960Message['body']): Uint8Array =>
  encodeMessage(CODECS, envelope, body as unknown as LooseBody);
