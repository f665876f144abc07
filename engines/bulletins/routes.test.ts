import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDistrict, storeDistrict } from '#engines/district';
import { fixedClock } from '#platform/clock';
import { openHttp } from '#platform/http';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { bulletinRegistry } from './definition.ts';
import { bulletinRoutes } from './routes.ts';
import { bulletin, bulletinList } from './wire.ts';
import { figure } from './wording.ts';

const store = await freshDatabase();
const http = await openHttp({ version: 'test' });
const permissions = [
  { role: 'public', action: 'bulletin.read', scope: 'all' as const },
  { role: 'air_office', action: 'bulletin.draft', scope: 'all' as const },
  { role: 'chief', action: 'bulletin.draft', scope: 'all' as const },
  { role: 'chief', action: 'bulletin.issue', scope: 'all' as const },
];
const ACCOUNT = '00000000-0000-4000-8000-000000000001';

/** Whoever the header names asks. */
http.addHook('onRequest', async (request) => {
  const role = request.headers['x-role'];
  const grants = typeof role === 'string' ? [{ role }] : [];
  request.actor = actorOf({ accountId: grants.length ? ACCOUNT : null, name: String(role ?? ''), grants }, permissions);
});

beforeAll(async () => {
  await storeDistrict(store.db, await readDistrict('districts/xicheng'));
  bulletinRoutes(http, {
    db: store.db,
    districtCode: '110102',
    clock: fixedClock('2021-11-08'),
    registry: bulletinRegistry([
      {
        id: 'air',
        title: { zh: '月通报', en: 'Monthly' },
        period: 'month',
        coverage: async ({ month }) => ({
          valid: month.id === '2021-02' ? 0 : 30,
          of: 31,
          missing: [`${month.id}-05`],
        }),
        compose: async () => ({
          title: '2021年10月通报',
          blocks: [{ kind: 'paragraph', runs: ['PM2.5平均浓度为', figure('36', '/air', 'PM2.5')] }],
          editions: [],
          cutOff: { zh: '2021年10月31日24时', en: '2021-10-31 24:00' },
          validity: { zh: '有效', en: 'valid' },
          provenance: [],
        }),
      },
    ]),
  });
});

const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, role?: string, payload?: object) =>
  http.inject({ method, url, payload, headers: role ? { 'x-role': role } : {} });
const wanted = { kind: 'air', month: '2021-10' };

describe('the months of a year', () => {
  it('are due when they are over, have data and no issued bulletin', async () => {
    const answer = await ask('GET', '/api/bulletins/due?kind=air', 'air_office');
    expect(answer.statusCode).toBe(200);
    const { months } = answer.json();
    expect(months).toHaveLength(11);
    expect(months[1]).toMatchObject({ month: '2021-02', over: true, due: false, coverage: { valid: 0 } });
    expect(months[9]).toMatchObject({
      month: '2021-10',
      due: true,
      bulletin: null,
      coverage: { missing: ['2021-10-05'] },
    });
    expect(months[10]).toMatchObject({ month: '2021-11', over: false, due: false });
    expect((await ask('GET', '/api/bulletins/due?kind=air', 'public')).statusCode).toBe(403);
  });
});

describe('bulletins over HTTP', () => {
  it('a preview is composed and nothing is kept', async () => {
    const answer = await ask('POST', '/api/bulletins/preview', 'air_office', wanted);
    expect(bulletin.parse(answer.json())).toMatchObject({ id: 'preview', number: null, state: 'draft' });
    expect((await ask('GET', '/api/bulletins', 'air_office')).json().bulletins).toEqual([]);
  });

  it('the air office drafts, its chief issues, the public reads and takes the papers', async () => {
    const { id } = (await ask('POST', '/api/bulletins', 'air_office', wanted)).json();
    expect((await ask('GET', `/api/bulletins/${id}`)).statusCode).toBe(404);
    expect((await ask('GET', `/api/bulletins/${id}/bulletin.pdf`)).statusCode).toBe(404);
    expect((await ask('POST', `/api/bulletins/${id}/issue`, 'air_office', {})).statusCode).toBe(403);
    expect((await ask('POST', `/api/bulletins/${id}/issue`, 'chief', {})).json().number).toBe('西环空通〔2021〕1号');
    const list = bulletinList.parse((await ask('GET', '/api/bulletins?year=2021&kind=air')).json());
    expect(list.bulletins.map((b) => b.id)).toEqual([id]);
    const pdf = await ask('GET', `/api/bulletins/${id}/bulletin.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const docx = await ask('GET', `/api/bulletins/${id}/bulletin.docx`);
    expect(docx.headers['content-disposition']).toContain(encodeURIComponent('西环空通〔2021〕1号'));
    expect(strFromU8(unzipSync(docx.rawPayload)['word/document.xml']!)).toContain('平均浓度为');
  });

  it('a correction needs the right to issue and a reason', async () => {
    const [{ id }] = (await ask('GET', '/api/bulletins')).json().bulletins;
    const correct = (role: string | undefined, body: object) => ask('POST', `/api/bulletins/${id}/correct`, role, body);
    expect((await correct(undefined, { reason: '补数' })).statusCode).toBe(401);
    expect((await correct('air_office', { reason: '补数' })).statusCode).toBe(403);
    expect((await correct('chief', { reason: ' ' })).statusCode).toBe(400);
    expect((await correct('chief', { reason: '补数' })).json()).toMatchObject({ versionNo: 2, correction: '补数' });
  });

  it('a draft is deleted, an issued one is not', async () => {
    const { id } = (await ask('POST', '/api/bulletins', 'air_office', { kind: 'air', month: '2021-09' })).json();
    expect((await ask('DELETE', `/api/bulletins/${id}`)).statusCode).toBe(401);
    expect((await ask('DELETE', `/api/bulletins/${id}`, 'air_office')).statusCode).toBe(204);
    const [issued] = (await ask('GET', '/api/bulletins?state=issued')).json().bulletins;
    expect((await ask('DELETE', `/api/bulletins/${issued.id}`, 'air_office')).statusCode).toBe(409);
  });

  it('a month or a kind that does not exist is refused in one sentence', async () => {
    expect((await ask('POST', '/api/bulletins/preview', 'chief', { kind: 'air', month: '2021-13' })).json().code).toBe(
      'bad_request',
    );
    expect((await ask('POST', '/api/bulletins/preview', 'chief', { kind: 'x', month: '2021-10' })).json().code).toBe(
      'not_found',
    );
  });

  it('the routes stand in the OpenAPI description', () => {
    const described = JSON.stringify(http.swagger());
    expect(described).toContain('/api/bulletins/{id}/bulletin.docx');
  });
});
