import { describe, expect, it } from 'vitest';
import { openHttp } from '#platform/http';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../tests/database.ts';
import { contentDisposition, fileRoutes, keepFile, readFile } from './index.ts';

const NAME = '西城区2021年行动计划（印发稿）.docx';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('kept files', async () => {
  const { db } = await freshDatabase();
  const http = await openHttp({ version: '0' });
  http.addHook('onRequest', async (request) => {
    const rows = [{ role: 'public', action: 'files.read', scope: 'all' as const }];
    request.actor = actorOf({ accountId: null, name: '', grants: [] }, rows);
  });
  fileRoutes(http, { db });
  const keep = (name: string, text: string, mediaType = 'application/octet-stream') =>
    keepFile(db, { name, mediaType, content: bytes(text), createdBy: null });

  it('come back as they were given', async () => {
    const kept = await keep(NAME, 'content');
    const back = await readFile(db, kept.id);
    expect([back.name, back.byteSize, back.content.toString()]).toEqual([NAME, 7, 'content']);
  });

  it('are kept once per content, also when two people give the same in one moment', async () => {
    const both = await Promise.all([keep('a.txt', 'same'), keep('b.txt', 'same'), keep('c.txt', 'same')]);
    expect(new Set(both.map((f) => f.id)).size).toBe(1);
    expect(both.filter((f) => !f.known)).toHaveLength(1);
  });

  it('lose folders and direction marks from their names', async () => {
    expect((await keep('C:\\桌面\\计划.docx', '1')).name).toBe('计划.docx');
    expect((await keep('../../etc/passwd', '2')).name).toBe('passwd');
    expect((await keep('plan\u202excod.exe\n', '3')).name).toBe('planxcod.exe');
    expect((await keep('/', '4')).name).toBe('file');
  });

  it('leave as a download with their Chinese name, never sniffed', async () => {
    const kept = await keep(NAME, 'content');
    const answer = await http.inject(`/api/files/${kept.id}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe(contentDisposition(NAME));
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%E8%A5%BF/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const again = await http.inject({
      url: `/api/files/${kept.id}`,
      headers: { 'if-none-match': answer.headers.etag },
    });
    expect(again.statusCode).toBe(304);
  });

  it('that are pages or drawings with scripts leave as plain bytes', async () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml']) {
      const kept = await keep('page', `<script>${type}</script>`, type);
      expect((await http.inject(`/api/files/${kept.id}`)).headers['content-type']).toBe('application/octet-stream');
    }
  });

  it('that do not exist are a refusal', async () => {
    const answer = await http.inject('/api/files/00000000-0000-4000-8000-000000000000');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });
});
