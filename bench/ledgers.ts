import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dustLedgers } from '#chapters/dust';
import { readDistrict, storeDistrict } from '#engines/district';
import {
  analyzeLedger,
  cellsOf,
  csvLine,
  exportedEntries,
  importLedger,
  LedgerBooks,
  type LedgerDefinition,
  listEntries,
  namesOf,
  staleBefore,
} from '#engines/ledgers';
import { bufferSource } from '#platform/sheets';
import { migrate, openStore, startEmbedded } from '#platform/store';

const TODAY = '2021-11-08';
const IMPORTED = 100_000;
const KEPT = 1_000_000;

/** Ledgers: 100,000 rows of a workbook come in, a list page of a ledger with 1,000,000 entries, an export that streams. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantian-ledgers-'));
  const database = await startEmbedded({ folder });
  try {
    await migrate(database.url, 'migrations');
    const store = await openStore({ url: database.url });
    await storeDistrict(store.db, await readDistrict('districts/xicheng'));
    const names = await namesOf(store.db, '110102', TODAY);
    const bare = dustLedgers.find(({ id }) => id === 'dust.bare-land') as LedgerDefinition;
    const big: LedgerDefinition = { ...bare, id: 'bench.plots' };
    const books = new LedgerBooks([bare, big]);
    await books.need(store.db, bare.id);
    await books.need(store.db, big.id);

    const file = await workbook();
    const began = performance.now();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 50);
    const report = await importLedger(store.pool, bare, bufferSource('plots.xlsx', file), {
      dryRun: false,
      actor: { accountId: null, name: 'bench' },
      workId: null,
      today: TODAY,
      names,
      within: null,
    });
    clearInterval(watch);
    console.log(
      `import of ${report.rows.toLocaleString('en')} rows (XLSX, ${(file.length / 1e6).toFixed(1)} MB): ${((performance.now() - began) / 1000).toFixed(1)} s, asked ≤ 60; ` +
        `${report.created} kept, ${report.faulty} faulty; memory + ${Math.round((most - before) / 1e6)} MB`,
    );

    await store.pool.query(
      `insert into ledger_entry (ledger, key, name, values, street_code, refreshed_on, updated_by_name)
       select 'bench.plots', 'k' || i, '地块' || i, jsonb_build_object('number', 'K' || i, 'location', '地块' || i, 'street', '11010200' || (i % 9),
         'area', (i % 5000)::text, 'use', (array['green', 'tree-pit', 'courtyard', 'site'])[1 + i % 4], 'cover', (array['none', 'net', 'planted'])[1 + i % 3],
         'foundOn', (date '2021-01-01' + i % 300)::text), '11010200' || (i % 9), '2021-10-30', 'bench' from generate_series(1, $1) i`,
      [KEPT],
    );
    await analyzeLedger(store.db, big.id);
    const stale = staleBefore(big, TODAY);
    const asked = {
      'newest first': {},
      'one street': { street: '110102007' },
      'by area, falling': { sort: '-area' },
      'a kind of land, by area': { where: { use: 'site' }, sort: 'area' },
      'not treated': { where: { cover: 'none' } },
      words: { q: '地块99999' },
    } as const;
    const rows = [];
    for (const [what, query] of Object.entries(asked)) {
      const times: number[] = [];
      for (let i = 0; i < 30; i++) {
        const at = performance.now();
        await listEntries(store.db, big, query, stale);
        times.push(performance.now() - at);
      }
      times.sort((a, b) => a - b);
      rows.push({ what, 'p50 ms': Number(times[15]!.toFixed(1)), 'p99 ms': Number(times[29]!.toFixed(1)) });
    }
    console.log(`a page of ${KEPT.toLocaleString('en')} entries, asked p50 ≤ 40 ms`);
    console.table(rows);
    const exports = [];
    for (const [what, query] of Object.entries({ 'one street': { street: '110102007' }, everything: {} })) {
      const began = performance.now();
      const before = process.memoryUsage().rss;
      let [first, most, bytes, lines] = [0, before, 0, 0];
      for await (const batch of exportedEntries(store.db, big, query, stale)) {
        for (const entry of batch) bytes += Buffer.byteLength(csvLine(cellsOf(big, entry, names)));
        lines += batch.length;
        if (first === 0) first = performance.now() - began;
        most = Math.max(most, process.memoryUsage().rss);
      }
      exports.push({
        what,
        lines,
        MB: Math.round(bytes / 1e6),
        'first lines ms': Math.round(first),
        'whole s': Number(((performance.now() - began) / 1000).toFixed(1)),
        'memory + MB': Math.round((most - before) / 1e6),
      });
    }
    console.log('export as CSV, asked: first lines ≤ 300 ms, memory + ≤ 150 MB');
    console.table(exports);
    await store.close();
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function workbook(): Promise<Buffer> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const book = new Workbook();
  const sheet = book.addWorksheet('裸地');
  sheet.addRow([
    '地块编号',
    '位置描述',
    '街道',
    '面积（平方米）',
    '地类',
    '发现日期',
    '治理方式',
    '权属或管理单位',
    '位置（经度,纬度）',
  ]);
  const streets = ['月坛街道', '金融街街道', '展览路', '德胜', '什刹海'];
  for (let i = 0; i < IMPORTED; i++)
    sheet.addRow([
      `L${i}`,
      `${streets[i % 5]}第${i}号院`,
      i % 997 === 0 ? '不知道' : streets[i % 5],
      (i % 4000) / 10,
      ['公园绿地', '树坑', '院落'][i % 3],
      `2021-0${1 + (i % 9)}-1${i % 10}`,
      ['未治理', '苫盖', '绿化'][i % 3],
      '园林中心',
      `116.3${i % 100},39.9${i % 10}`,
    ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
