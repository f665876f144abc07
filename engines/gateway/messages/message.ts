import { z } from 'zod';

/** What a device reports at one time: values by the names that the link gives them, as they were sent. */
export type Report = {
  /** as sent: a text or a number; null when none was given */
  readonly time: string | number | null;
  /** 0: of the moment; otherwise the minutes of its period, whose beginning the time is */
  readonly spanMinutes: number;
  readonly values: Readonly<Record<string, unknown>>;
};

/**
 * A message of MQTT or HTTP. `text` is a payload as it came, to be read by the device's own settings; `reports` is what a form
 * with a standard of its own (CSV, SensorThings, our batch) has said already.
 */
export type TextMessage = {
  readonly identity: string | null;
  /** where it came: the topic, or the form of the request */
  readonly by: string;
  /** the one quantity that the message is about, where its address says so */
  readonly factor?: string;
} & ({ readonly text: string } | { readonly reports: readonly Report[] });

/** A message as bytes: what is kept, what travels on the bus, and what is read again from there. */
export const bytesOfMessage = (message: TextMessage): Buffer => Buffer.from(JSON.stringify(message), 'utf8');

const report = z.object({
  time: z.union([z.string(), z.number()]).nullable(),
  spanMinutes: z.int().min(0).max(1440),
  values: z.record(z.string(), z.unknown()),
});
const message = z.intersection(
  z.object({ identity: z.string().nullable(), by: z.string(), factor: z.string().optional() }),
  z.union([z.object({ text: z.string() }), z.object({ reports: z.array(report) })]),
);

/** @returns null for bytes that are no such message */
export function messageOfBytes(bytes: Uint8Array): TextMessage | null {
  try {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const read = message.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
