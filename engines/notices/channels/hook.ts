import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isRefusal } from '#platform/refusal';
import type { HookKind } from '../preferences.ts';
import { hookAddress, PRIVATE_ADDRESS, publicLookup } from './address.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { ROBOTS } from './robots.ts';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

/** Posts one message to a web hook. Follows nobody elsewhere: an answer that points to another address is a refusal. */
export async function sendHook(
  hook: { kind: HookKind; url: string; secret: string | null },
  message: Message,
  {
    privateHooks,
    now = new Date(),
    patienceMs = PATIENCE_MS,
  }: { privateHooks: boolean; now?: Date; patienceMs?: number },
): Promise<Outcome> {
  const robot = ROBOTS[hook.kind];
  let asked: ReturnType<(typeof robot)['request']>;
  try {
    asked = robot.request(hookAddress(hook.url, privateHooks), hook.secret, message, now);
  } catch (error) {
    if (isRefusal(error)) return { state: 'failed', failure: 'private address' };
    throw error;
  }
  const answer = await post(asked, { privateHooks, patienceMs });
  if ('state' in answer) return answer;
  const { status, body } = answer;
  if (status === 429 || status >= 500) return { state: 'again', failure: `http ${status}` };
  if (status < 200 || status >= 300) return { state: 'failed', failure: `http ${status}` };
  if (!robot.answersCode) return { state: 'sent' };
  const code = codeOf(body);
  if (code === 0) return { state: 'sent' };
  if (code === undefined) return { state: 'failed', failure: 'not a robot’s answer' };
  return { state: robot.busy.includes(code) ? 'again' : 'failed', failure: `errcode ${code}` };
}

function post(
  { url, body, headers }: { url: URL; body: string; headers: Record<string, string> },
  { privateHooks, patienceMs }: { privateHooks: boolean; patienceMs: number },
): Promise<Outcome | { status: number; body: string }> {
  return new Promise((done) => {
    let reached = false;
    const failed = (code: string) => {
      if (code === PRIVATE_ADDRESS) done({ state: 'failed', failure: 'private address' });
      else done({ state: reached ? 'uncertain' : 'again', failure: code });
    };
    const call = (url.protocol === 'http:' ? requestHttp : requestHttps)(
      url,
      {
        method: 'POST',
        agent: false,
        ...(privateHooks ? {} : { lookup: publicLookup }),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Lantian',
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > LONGEST_ANSWER) response.destroy(Object.assign(new Error(), { code: 'answer too long' }));
        });
        response.on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? 'broken off'));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    // what was handed to a connection that stands may have been read
    call.on('socket', (socket) => {
      socket.once(url.protocol === 'http:' ? 'connect' : 'secureConnect', () => {
        reached = true;
      });
    });
    const timer = setTimeout(() => call.destroy(Object.assign(new Error(), { code: 'no answer' })), patienceMs);
    call.on('close', () => clearTimeout(timer));
    call.on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? 'broken off'));
    call.end(body);
  });
}

function codeOf(body: string): number | undefined {
  try {
    const said: unknown = JSON.parse(body);
    const code = said !== null && typeof said === 'object' ? (said as { errcode?: unknown }).errcode : undefined;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
