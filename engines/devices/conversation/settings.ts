import { z } from 'zod';
import { WAITING } from '#protocols/hj-212';

/** What the platform asks a device of its own accord on first contact, in the order of HJ 212-2017 §6.7. */
export const FIRST_CONTACT = ['set-clock', 'set-timeouts', 'set-realtime-interval', 'set-minute-interval'] as const;

/** A value in an item that the maker of a JT/T 808 terminal has defined: which bytes, and what one step of it is. */
const vendorItem = z.strictObject({
  /** number of the item, 0xE0 to 0xFF, or one of the standard that the maker uses otherwise */
  id: z.int().min(0).max(255),
  /** first byte of the value inside the item */
  at: z.int().min(0).max(255).default(0),
  bytes: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  signed: z.boolean().default(false),
  /** value = raw × step + offset */
  step: z.number().default(1),
  offset: z.number().default(0),
  factor: z.string().min(1),
});
export type VendorItem = z.infer<typeof vendorItem>;

/** How a device of a model is conversed with; part of the model's settings. All that speaks unasked is off by default. */
export const conversationSettings = {
  /** requests of the platform when a device is heard for the first time; none by default */
  firstContact: z.array(z.enum(FIRST_CONTACT)).default([]),
  /** seconds that an answer is waited for, and how often a request is repeated */
  overTimeSeconds: z.int().min(1).max(99).default(WAITING.overTimeSeconds),
  reCount: z.int().min(0).max(99).default(WAITING.reCount),
  /** the clock is set when it is further from ours than this many seconds; null: never */
  clockToleranceSeconds: z.int().min(5).max(86_400).nullable().default(null),
  /** which missing periods are asked for again; none by default */
  askMissing: z.array(z.enum(['hours', 'minutes'])).default([]),
  /** how far back, hours: what the logger keeps */
  askMissingHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(72),
  /** hours that a command waits for its device to connect */
  commandWaitHours: z
    .number()
    .positive()
    .max(24 * 30)
    .default(24),
  /** which fields of a JSON message are its time, the first that is there counts */
  timeFields: z.array(z.string().min(1)).default(['time', 'timestamp', 'ts', 'datetime', 'DataTime', 'phenomenonTime']),
  /** a JSON message without a time is of the moment it came in, or is kept until a person says otherwise */
  missingTime: z.enum(['received', 'keep']).default('received'),
  /** fields of JSON messages that are no quantities, beside those that never are (serial numbers, versions) */
  ignoredFields: z.array(z.string().min(1)).default([]),
  /** makers' items of JT/T 808 */
  vendorItems: z.array(vendorItem).default([]),
} as const;
