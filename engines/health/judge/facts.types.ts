import type { DeviceKind, DeviceState, HealthState, ModelSettings } from '#engines/devices';
import type { KeptReason } from '#engines/observations';

/** What the next look compares with. */
export type Seen = {
  /** departures from the protocol: their count and when it last rose (ms since 1970) */
  deviations?: Record<string, { n: number; at: number }>;
  /** since when its clock has been off by about the same */
  clock?: { offsetS: number; since: number };
  /** since when the newest flags have been bad without a break (ms), by channel */
  badSince?: Record<string, number>;
};

/** All that is known of a device at a look. */
export type Facts = {
  id: number;
  code: string;
  kind: DeviceKind;
  streetCode: string | null;
  state: DeviceState;
  stateReason: string | null;
  admittedAt: number;
  settings: ModelSettings;
  /** whether it takes commands: it speaks HJ 212 */
  commands: boolean;
  /** name of each channel, by place: pollutant or factor */
  channels: readonly string[];
  link: {
    gateway: string;
    connected: boolean;
    lastHeardAt: number;
    clockOffsetS: number | null;
    disconnectedAt: number | null;
    disconnectReason: string | null;
    deviations: Readonly<Record<string, number>>;
  } | null;
  /** newest packets, one a span class, shortest first */
  newest: readonly { spanMinutes: number; at: number; receivedAt: number; flags: string }[];
  /** frames of the watched time that did not become packets */
  kept: Partial<Record<KeptReason, number>>;
  /** share of the last hours that quality control keeps out, by place */
  keptOut: Readonly<Record<number, number>>;
  before: { state: HealthState; cause: string; since: number; seen: Seen } | null;
};
