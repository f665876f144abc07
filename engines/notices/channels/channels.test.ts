import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hookAddress, isPublicAddress, publicLookup } from './address.ts';
import { sendHook } from './hook.ts';
import { sendMail } from './mail.ts';
import { type Message, markdownOf } from './message.ts';

const notice: Message['notices'][number] = {
  id: '1',
  about: { zh: '措施', en: 'Measure' },
  urgency: 'late',
  title: { zh: '14.3 路检路查 [重型] <@all> *柴油车*', en: 'Measure 14.3' },
  words: { zh: '应检34000辆次，已检21050辆次。', en: '21,050 of 34,000 checks.' },
  link: 'https://lantian.example.cn/plan/2021/measures/14.3',
  onBehalfOf: '李强',
};
const message: Message = { day: '2021-11-08', notices: [notice] };
const TO = { name: '王芳', address: 'wang@example.cn' };

describe('mail', async () => {
  const kept: { from: string; to: string[]; raw: string }[] = [];
  let refusal: { code: number; at: 'to' | 'data' } | 'silent' | undefined;
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'lantian' && password === 'right' ? done(null, { user: 'lantian' }) : done(new Error('no')),
    onRcptTo(_address, _session, done) {
      if (typeof refusal === 'object' && refusal.at === 'to')
        return done(Object.assign(new Error('no such box'), { responseCode: refusal.code }));
      done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal === 'silent') return void [...sockets].map((socket) => socket.destroy());
        if (refusal) return done(Object.assign(new Error('not now'), { responseCode: refusal.code }));
        const { mailFrom, rcptTo } = session.envelope;
        kept.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.server.address() as AddressInfo;
  afterAll(() => server.close());
  const send = (login = 'lantian:right@') =>
    sendMail({ url: `smtp://${login}127.0.0.1:${port}`, from: '蓝天 <air@example.cn>' }, TO, message);

  it('arrives with its subject, both languages and the link', async () => {
    expect(await send()).toEqual({ state: 'sent' });
    const [mail] = kept;
    expect([mail?.from, mail?.to]).toEqual(['air@example.cn', ['wang@example.cn']]);
    const bytes = mail!.raw
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const text = Buffer.from(bytes, 'latin1').toString('utf8');
    expect(text).toContain('应检34000辆次，已检21050辆次。');
    expect(text).toContain('21,050 of 34,000 checks.');
    expect(text).toContain('https://lantian.example.cn/plan/2021/measures/14.3');
    expect(text).toContain('&#60;');
    expect(mail!.raw).toMatch(/auto-submitted: auto-generated/i);
  });

  it('is tried again when the server says later, or does not know the house; not when the box is unknown', async () => {
    refusal = { code: 451, at: 'data' };
    expect(await send()).toEqual({ state: 'again', failure: 'smtp 451' });
    refusal = { code: 550, at: 'to' };
    expect(await send()).toEqual({ state: 'failed', failure: 'smtp 550' });
    refusal = undefined;
    expect(await send('lantian:wrong@')).toMatchObject({ state: 'again', failure: 'smtp 535' });
    expect(await sendMail({ url: 'smtp://127.0.0.1:1', from: 'a@b.cn' }, TO, message)).toMatchObject({
      state: 'again',
    });
  });

  it('is not sent twice when the server breaks off after it was handed over', async () => {
    refusal = 'silent';
    expect(await send()).toMatchObject({ state: 'uncertain' });
  });
});

describe('a web hook', () => {
  const heard: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let answer: (response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ url: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const says = (status: number, body = '', headers: Record<string, string> = {}) => {
    answer = (response) => response.writeHead(status, headers).end(body);
  };
  const NOW = new Date('2021-11-08T02:00:00Z');
  const hook = (kind: 'wecom' | 'dingtalk' | 'json', secret: string | null = null, path = 'hook?key=k-1') =>
    sendHook({ kind, url: `http://127.0.0.1:${port}/${path}`, secret }, message, {
      privateHooks: true,
      now: NOW,
      patienceMs: 500,
    });

  it('of 企业微信 gets markdown whose words mention nobody and mark nothing up', async () => {
    says(200, '{"errcode":0,"errmsg":"ok"}');
    expect(await hook('wecom')).toEqual({ state: 'sent' });
    const { url, body } = heard.at(-1)!;
    const { msgtype, markdown } = JSON.parse(body);
    expect([url, msgtype]).toEqual(['/hook?key=k-1', 'markdown']);
    expect(markdown.content).toContain(
      '[14.3 路检路查 ［重型］ ＜＠all＞ ＊柴油车＊](https://lantian.example.cn/plan/2021/measures/14.3)（代李强）',
    );
  });

  it('of 企业微信 gets at most 4096 bytes, whole lines, and how many are left', () => {
    const many = { ...message, notices: Array.from({ length: 100 }, () => notice) };
    const text = markdownOf(many, 4096);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    const lines = text.split('\n');
    expect(lines.at(-1)).toBe(`还有${100 - (lines.length - 2)}项，请登录查看。`);
  });

  it('of 钉钉 is signed with its secret, as the robot checks it', async () => {
    says(200, '{"errcode":0}');
    expect(await hook('dingtalk', 'SEC-1', 'robot?access_token=t-1')).toEqual({ state: 'sent' });
    const { url, body } = heard.at(-1)!;
    const asked = new URL(url, 'http://x').searchParams;
    const sign = createHmac('sha256', 'SEC-1').update(`${NOW.getTime()}\nSEC-1`).digest('base64');
    expect([asked.get('access_token'), asked.get('timestamp'), asked.get('sign')]).toEqual([
      't-1',
      String(NOW.getTime()),
      sign,
    ]);
    expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: '蓝天：1项待办，其中1项逾期' } });
  });

  it('of plain JSON gets everything in both languages, signed over time and body', async () => {
    says(204);
    expect(await hook('json', 's-1')).toEqual({ state: 'sent' });
    const { headers, body } = heard.at(-1)!;
    const signature = createHmac('sha256', 's-1').update(`${headers['x-lantian-timestamp']}.${body}`).digest('hex');
    expect(headers['x-lantian-signature']).toBe(`sha256=${signature}`);
    expect(JSON.parse(body)).toMatchObject({
      day: '2021-11-08',
      notices: [{ title: notice.title, onBehalfOf: '李强' }],
    });
  });

  it('is tried again when it is busy or away, not when it refuses, and not when it may have taken the message', async () => {
    const outcomes = [];
    for (const [status, body] of [
      [429, ''],
      [503, ''],
      [200, '{"errcode":45009}'],
      [200, '{"errcode":93000}'],
      [200, '<html>'],
      [404, ''],
    ] as const) {
      says(status, body);
      outcomes.push(await hook('wecom'));
    }
    expect(outcomes.map((outcome) => outcome.state)).toEqual(['again', 'again', 'again', 'failed', 'failed', 'failed']);
    answer = () => undefined;
    expect(await hook('json')).toEqual({ state: 'uncertain', failure: 'no answer' });
    answer = (response) => response.writeHead(200).end('x'.repeat(100_000));
    expect(await hook('wecom')).toMatchObject({ state: 'uncertain' });
    const away = { kind: 'json' as const, url: 'http://127.0.0.1:1/', secret: null };
    expect(await sendHook(away, message, { privateHooks: true })).toMatchObject({ state: 'again' });
  });

  it('leads nobody elsewhere', async () => {
    const before = heard.length;
    says(302, '', { location: `http://127.0.0.1:${port}/other` });
    expect(await hook('json')).toEqual({ state: 'failed', failure: 'http 302' });
    expect(heard.length).toBe(before + 1);
  });

  it('never says its address or secret when it fails', async () => {
    says(500, 'key=k-1');
    expect(JSON.stringify([await hook('wecom', 'SEC-9'), await hook('dingtalk', 'SEC-9')])).not.toMatch(
      /k-1|SEC-9|127\.0/,
    );
  });

  it.each([
    'http://qyapi.weixin.qq.com/hook',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://db.internal/',
    'https://user:pass@example.com/',
    'ftp://example.com/',
    'nonsense',
  ])('may not be at %s', (url) => {
    expect(() => hookAddress(url, false)).toThrow(expect.objectContaining({ code: 'value_out_of_range' }));
  });

  it('may be at a public address', () => {
    expect(hookAddress('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a', false).host).toBe(
      'qyapi.weixin.qq.com',
    );
    expect(['1.1.1.1', '2606:4700::1', '100.63.255.255'].map(isPublicAddress)).toEqual([true, true, true]);
    expect(
      ['100.64.0.1', '::ffff:1.1.1.1', '64:ff9b::a00:1', '2002:a00::1', 'fe80::1', 'x'].map(isPublicAddress),
    ).toEqual([false, false, false, false, false, false]);
  });

  it('whose name leads into the private network is refused when the connection is made', async () => {
    const found = await new Promise((done) => publicLookup('localhost', {}, (error) => done(error?.code)));
    expect(found).toBe('ERR_PRIVATE_ADDRESS');
  });
});
