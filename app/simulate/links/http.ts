import { Agent, request } from 'node:http';
import type { Transport, TransportEvents } from './transport.ts';

export type HttpOptions = {
  /** http://127.0.0.1:4680 */
  readonly base: string;
  readonly identity: string;
  readonly password: string;
  /** where each kind of body is posted */
  readonly paths: Readonly<Record<string, string>>;
};
const WAITING_MS = 10_000;
/** Statuses that mean: later. Everything else that is not 2xx will not be better the next time. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A station that posts: 2xx is the answer. Its line is down when the platform cannot be reached. */
export function httpTransport({ base, identity, password, paths }: HttpOptions): Transport {
  const authorization = `Basic ${Buffer.from(`${identity}:${password}`).toString('base64')}`;
  let agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let events: TransportEvents | null = null;

  function lost(): void {
    const told = events;
    events = null;
    agent.destroy();
    told?.down();
  }

  return {
    open(given) {
      events = given;
      agent = new Agent({ keepAlive: true, maxSockets: 1 });
      setImmediate(() => events === given && given.up());
    },
    send(parcel, again) {
      const bytes = parcel.bytes(again);
      const to = events;
      if (!to) return 0;
      const asked = request(new URL(paths[parcel.what] ?? '/', base), {
        method: 'POST',
        agent,
        timeout: WAITING_MS,
        headers: { authorization, 'content-type': 'application/json', 'content-length': bytes.length },
      });
      asked.on('response', (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        if (events === to && !LATER.has(status)) to.answered(parcel.key, status >= 200 && status < 300);
      });
      asked.on('timeout', () => asked.destroy());
      asked.on('error', () => events === to && lost());
      asked.end(bytes);
      return bytes.length;
    },
    close: lost,
  };
}
