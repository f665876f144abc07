import type { Protocol } from '#engines/devices';
import type { masked } from '#protocols/fields';
import { BLOCKS as ANNEX_Q, decodeGb17691, PERSONAL as OF_ANNEX_Q } from '#protocols/gb-17691';
import { decodeGb32960, BLOCKS as ELECTRIC, PERSONAL as OF_ELECTRIC } from '#protocols/gb-32960';
import { decodeHj1239, PERSONAL as OF_REMOTE, BLOCKS as REMOTE } from '#protocols/hj-1239';
import type { BlockRow, Message } from '#protocols/vehicle-link';

export type VehicleProtocol = Extract<Protocol, 'gb-17691' | 'hj-1239' | 'gb-32960'>;

/** A protocol of the vehicle link as the gateway hears it. */
export type Family = {
  readonly protocol: VehicleProtocol;
  readonly decode: (bytes: Uint8Array) => Message;
  readonly blocks: readonly BlockRow[];
  /** where the time of a block stands: in its own head, or only before all of them */
  readonly blockTime: 'own' | 'report';
  /** what of its messages tells of a person or a vehicle's way */
  readonly personal: Parameters<typeof masked>[1];
};

export const FAMILIES: Readonly<Record<VehicleProtocol, Family>> = {
  'gb-17691': {
    protocol: 'gb-17691',
    decode: decodeGb17691,
    blocks: ANNEX_Q,
    blockTime: 'report',
    personal: OF_ANNEX_Q,
  },
  'hj-1239': { protocol: 'hj-1239', decode: decodeHj1239, blocks: REMOTE, blockTime: 'own', personal: OF_REMOTE },
  'gb-32960': {
    protocol: 'gb-32960',
    decode: decodeGb32960 as Family['decode'],
    blocks: ELECTRIC,
    blockTime: 'report',
    personal: OF_ELECTRIC,
  },
};

/** Commands that bring what is stored; all others are about the link. */
export const DATA_COMMANDS: ReadonlySet<string> = new Set(['realtime', 'reissue', 'tamper']);

/** The block that comes once a second, several in one report. */
export const STREAM_BLOCK = 'stream';
/**
 * Streams of one report that carry no time of their own are a second apart and the report's time is that of the last one:
 * terminals send it when it is full. No text says so; one firmware and one simulator do it this way.
 */
export const STREAM_STEP_MS = 1000;

/** Of a list of equal parts (motors, batteries), so many get channels of their own. */
export const MOST_PARTS = 8;
