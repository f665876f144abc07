import { z } from 'zod';

/** A number, a text that is one, or null for a value that is not there; with a flag: V N M C S I */
const plain = z.union([z.number(), z.string().max(60), z.boolean(), z.null()]);
const marked = z.strictObject({ value: plain, flag: z.enum(['V', 'N', 'M', 'C', 'S', 'I']).optional() });

/** one time of a device, with its values by factor */
export const observation = z.strictObject({
  /** ISO 8601 (without a zone: Beijing), seconds or milliseconds since 1970 */
  time: z.union([z.string().max(40), z.number()]).nullish(),
  /** 0: of the moment; otherwise the minutes of the period that begins then */
  spanMinutes: z.int().min(0).max(1440).default(0),
  values: z.record(z.string().min(1).max(120), z.union([plain, marked])),
});
export const observationBatch = z.strictObject({
  /** identity of the device, where the request does not say it otherwise */
  device: z.string().min(1).max(64).optional(),
  observations: z.array(observation).min(1).max(5000),
});

/** what became of what was sent: all of it is committed when this is answered */
export const ingested = z.object({
  device: z.string(),
  /** stored: packets; kept: the frame as it came, for a person to look at (devices in probation, texts that are no numbers) */
  outcome: z.enum(['stored', 'kept']),
  observations: z.number(),
});
export const ingestAnswer = z.object({ devices: z.array(ingested) });

export const deviceQuestion = z.object({ device: z.string().min(1).max(64).optional() });
