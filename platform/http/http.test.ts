import { Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '#platform/refusal';
import { LOGGED_WITHOUT, openHttp } from './index.ts';

const LONG = JSON.stringify({ text: '蓝天'.repeat(3000) });
const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});

describe('the server', async () => {
  const logger = pino({ level: 'info', redact: LOGGED_WITHOUT }, sink);
  const http = await openHttp({ version: '0', logger, uploadLimit: 1000 });
  const may = 'anyone';
  http.get('/api/refuse', {
    config: { may },
    handler: () => {
      throw new Refusal('not_found', { zh: '没有。', en: 'None.' }, { why: 'gone', token: 'very-secret' });
    },
  });
  http.get('/api/break', {
    config: { may },
    handler: () => {
      throw new Error('inside information');
    },
  });
  http.post('/api/shape', {
    config: { may },
    schema: { body: z.object({ year: z.number() }) },
    handler: () => ({}),
  });
  http.post('/api/upload', {
    config: { may },
    handler: async (request) => ({ bytes: (await (await request.file())!.toBuffer()).length }),
  });
  http.get('/api/long', { config: { may } }, () => JSON.parse(LONG));
  http.get('/api/closed', { config: { may: 'thing.read' }, handler: () => ({}) });

  const upload = (bytes: number) =>
    http.inject({
      method: 'POST',
      url: '/api/upload',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: `--b\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\n${'x'.repeat(bytes)}\r\n--b--\r\n`,
    });

  it('does not take a route that names no permission', () => {
    expect(() => http.get('/api/open', () => ({}))).toThrow(/names no permission/);
  });

  it('is closed to nobody where a permission is named', async () => {
    expect((await http.inject('/api/closed')).json().code).toBe('not_logged_in');
  });

  it('answers a refusal with its code and its sentence, not with its context', async () => {
    const answer = await http.inject('/api/refuse?code=one-time-code');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toEqual({ code: 'not_found', message: { zh: '没有。', en: 'None.' } });
  });

  it('answers a fault with a reference and nothing of the inside', async () => {
    const answer = await http.inject('/api/break');
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'fault']);
    expect(answer.body).not.toContain('inside');
    expect(lines.join('')).toContain(answer.json().reference);
  });

  it('names the places that are wrong in a request', async () => {
    const answer = await http.inject({ method: 'POST', url: '/api/shape', payload: { year: 'x' } });
    expect([answer.statusCode, answer.json().issues[0].path]).toEqual([400, 'year']);
    const broken = await http.inject({
      method: 'POST',
      url: '/api/shape',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'bad_request']);
  });

  it('believes the one proxy before it, and nobody before that', async () => {
    const behind = await openHttp({ version: '0', trustProxy: true });
    behind.get('/api/ip', { config: { may } }, (request) => ({ ip: request.ip, protocol: request.protocol }));
    const headers = { 'x-forwarded-for': '6.6.6.6, 10.1.1.1', 'x-forwarded-proto': 'https' };
    const answer = await behind.inject({ url: '/api/ip', headers });
    expect(answer.json()).toEqual({ ip: '10.1.1.1', protocol: 'https' });
    const direct = await openHttp({ version: '0' });
    direct.get('/api/ip', { config: { may } }, (request) => ({ ip: request.ip, protocol: request.protocol }));
    expect((await direct.inject({ url: '/api/ip', headers })).json()).toEqual({ ip: '127.0.0.1', protocol: 'http' });
  });

  it('sends long answers compressed to whoever takes that', async () => {
    const ask = (encoding: string) => http.inject({ url: '/api/long', headers: { 'accept-encoding': encoding } });
    expect((await ask('br, gzip')).headers['content-encoding']).toBe('br');
    expect(gunzipSync((await ask('gzip')).rawPayload).toString()).toBe(LONG);
    expect((await ask('identity')).body).toBe(LONG);
  });

  it('takes an upload up to its limit', async () => {
    expect((await upload(900)).json()).toEqual({ bytes: 900 });
    const answer = await upload(1100);
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large']);
  });

  it('writes no secret and no query into its log', () => {
    logger.info({ password: 'p-secret', body: { password: 'p-secret' }, headers: { cookie: 'c-secret' } }, 'x');
    expect(lines.join('')).not.toMatch(/very-secret|one-time-code|p-secret|c-secret/);
    expect(lines.join('')).toContain('[withheld]');
  });
});
