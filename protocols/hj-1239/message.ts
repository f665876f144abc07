import type { Deviation, RecordOf } from '#protocols/fields';
import { ENCRYPTIONS, type LOGIN, type LOGOUT, SEQUENCE, TIME } from '#protocols/gb-17691';
import {
  type BlockOf,
  codecsOf,
  type Dialect,
  decodeMessage,
  type Envelope,
  encodeMessage,
  type HeadKind,
  type Body as LooseBody,
  VehicleReader,
} from '#protocols/vehicle-link';
import { BLOCKS } from './blocks.table.ts';
import {
  type ACTIVATION,
  type ACTIVATION_ANSWER,
  type KEY_EXCHANGE,
  PLATFORM_COMMANDS,
  PLATFORM_ENCRYPTIONS,
  type PLATFORM_LOGIN,
  type TAMPER,
  TERMINAL_COMMANDS,
} from './commands.table.ts';

const COLLECTED = { ...TIME, name: 'collected', zh: '采集时间' } as const;
const report = {
  blocks: BLOCKS,
  plain: [0x01],
  reportHead: [TIME, SEQUENCE],
  blockHead: [COLLECTED],
  signed: true,
  bareBlocks: true,
} as const;

/** Between terminals and a platform (section 4). Sources tell of 7E 7E and of 23 23: both are taken. */
export const TERMINAL_LINK = {
  ...report,
  starts: [0x23, 0x7e],
  commands: TERMINAL_COMMANDS,
  encryptions: ENCRYPTIONS,
} as const satisfies Dialect;

/** Between platforms (section 5): how a district is likely to get the data. */
export const PLATFORM_LINK = {
  ...report,
  starts: [0x7e],
  commands: PLATFORM_COMMANDS,
  encryptions: PLATFORM_ENCRYPTIONS,
  answer: [TIME],
} as const satisfies Dialect;

/** Nothing in firmware of 2019, which leaves the time of blocks out ('block-head-missing'). */
type Head = { readonly collected?: string | null };
export type Block =
  | BlockOf<typeof BLOCKS, Head>
  | { readonly name: 'signature'; readonly r: string; readonly s: string }
  | { readonly name: 'kept'; readonly hex: string };

type Kept = { readonly kind: 'kept'; readonly bytes: Uint8Array };
type Answer = { readonly kind: 'answer'; readonly values: { readonly time: string | null }; readonly rest: Uint8Array };
type Of<Values> = { readonly kind: 'record'; readonly values: Values; readonly rest: Uint8Array };
type Report = {
  readonly kind: 'report';
  readonly values: RecordOf<typeof report.reportHead>;
  readonly blocks: readonly Block[];
};
type Says =
  | { readonly command: 'login'; readonly body: Of<RecordOf<typeof LOGIN>> | Answer | Kept }
  | { readonly command: 'realtime' | 'reissue'; readonly body: Report | Answer | Kept }
  | { readonly command: 'logout' | 'platformLogout'; readonly body: Of<RecordOf<typeof LOGOUT>> | Answer | Kept }
  | { readonly command: 'time'; readonly body: Of<Readonly<Record<string, never>>> | Answer | Kept }
  | { readonly command: 'tamper' | 'vehicleSupplement'; readonly body: Of<RecordOf<typeof TAMPER>> | Answer | Kept }
  | { readonly command: 'activation'; readonly body: Of<RecordOf<typeof ACTIVATION>> | Kept }
  | { readonly command: 'activationAnswer'; readonly body: Of<RecordOf<typeof ACTIVATION_ANSWER>> | Kept }
  | { readonly command: 'platformLogin'; readonly body: Of<RecordOf<typeof PLATFORM_LOGIN>> | Answer | Kept }
  | { readonly command: 'keyExchange'; readonly body: Of<RecordOf<typeof KEY_EXCHANGE>> | Answer | Kept }
  | { readonly command: null; readonly body: Kept };

/** One decoded frame of HJ 1239.3-2021; `envelope.head` says which link it belongs to. */
export type Hj1239Message = Says & {
  readonly envelope: Envelope | null;
  readonly deviations: readonly Deviation[];
  readonly raw: Uint8Array;
};

const CODECS = { terminal: codecsOf(TERMINAL_LINK), platform: codecsOf(PLATFORM_LINK) } as const;

/** FE, or a number below the characters a vehicle number is made of, can only be a response byte. */
function linkOf(raw: Uint8Array): HeadKind {
  const second = raw[3] ?? 0;
  return raw[0] === 0x7e && (second === 0xfe || second < 0x20) ? 'platform' : 'terminal';
}

/** A reader for one connection of either link; see `VehicleReader`. */
export const hj1239Reader = (longestData?: number): VehicleReader =>
  new VehicleReader({ starts: TERMINAL_LINK.starts, longestData });

/**
 * Reads one frame of any quality: what is odd is in `deviations`, what cannot be read is kept. Never throws.
 * @param link which link it came by; told by the frame itself when left out
 */
export const decodeHj1239 = (raw: Uint8Array, link: HeadKind = linkOf(raw)): Hj1239Message =>
  decodeMessage(CODECS[link], raw, link) as unknown as Hj1239Message;

/** Writes a frame of an envelope and a body; length and checksum are computed. A RangeError names what does not fit. */
export const encodeHj1239 = (envelope: Envelope, body: Hj1239Message['body']): Uint8Array =>
  encodeMessage(CODECS[envelope.head], envelope, body as unknown as LooseBody);
