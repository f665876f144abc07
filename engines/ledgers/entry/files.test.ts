import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#platform/permissions';
import { freshDatabase } from '../../../tests/database.ts';
import type { LedgerDefinition } from '../definition.ts';
import { attach, filesOf, withdrawFile } from './files.ts';

const LEDGER = { id: 'test.plots' } as LedgerDefinition;
const JPG = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);

describe('the files of an entry', async () => {
  const { db } = await freshDatabase();
  const officer = actorOf({ accountId: null, name: '王工', grants: [] }, []);
  beforeAll(async () => {
    await attach(db, LEDGER, officer, 1, [{ name: '苫盖前.jpg', bytes: JPG }]);
  });

  it('are kept with who, when and their hash', async () => {
    const [file] = await filesOf(db, 'test.plots', 1);
    expect(file).toMatchObject({ name: '苫盖前.jpg', media_type: 'image/jpeg', by_name: '王工' });
    expect(file!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are refused whole when one of them is not what its name says', async () => {
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    const given = [
      { name: '后.jpg', bytes: JPG },
      { name: '后2.png', bytes: script },
    ];
    await expect(attach(db, LEDGER, officer, 1, given)).rejects.toMatchObject({ code: 'document_kind_unknown' });
    expect(await filesOf(db, 'test.plots', 1)).toHaveLength(1);
    await expect(attach(db, LEDGER, officer, 1, [])).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('are taken back with a reason and stay listed; not of another entry, not twice', async () => {
    const { id } = (await filesOf(db, 'test.plots', 1))[0]!;
    const back = (entryId: number) =>
      withdrawFile(db, LEDGER, officer, { entryId, id, reason: `传错 ${randomUUID()}` });
    await expect(back(2)).rejects.toMatchObject({ code: 'not_found' });
    await back(1);
    expect((await filesOf(db, 'test.plots', 1))[0]!.withdrawn_reason).toMatch('传错');
    await expect(back(1)).rejects.toMatchObject({ code: 'not_found' });
  });
});
