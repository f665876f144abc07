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

/** @returns null for bytes that are no such message */
export function messageOfBytes(bytes: Uint8Array): TextMessage | null {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return null;
  }
  const message = read as Partial<Record<keyof TextMessage | 'text' | 'reports', unknown>> | null;
  const isMessage =
    typeof message === 'object' &&
    message !== null &&
    typeof message.by === 'string' &&
    (typeof message.text === 'string' || Array.isArray(message.reports));
  return isMessage ? (message as TextMessage) : null;
}
