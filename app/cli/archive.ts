import type { Command } from 'commander';
import { type ArchiveDone, archiveMonths, listArchive, restoreMonth } from '#engines/observations';
import { Refusal } from '#platform/refusal';
import { withContext } from '../context.ts';
import { archiveFolder, retentionOf } from '../observing.ts';
import { command, inTongue, say, sayJson } from './say.ts';

const KINDS = {
  packet: { zh: '报文', en: 'packets' },
  packet_replaced: { zh: '被替换的报文', en: 'replaced packets' },
  kept_frame: { zh: '留存帧', en: 'kept frames' },
};
const STATES = {
  writing: { zh: '正在归档', en: 'being written' },
  verified: { zh: '已校验', en: 'verified' },
  archived: { zh: '已归档', en: 'archived' },
  restored: { zh: '已恢复到数据库', en: 'restored' },
};
const WHY = {
  hours_waiting: { zh: '还有小时值未计算，暂不归档', en: 'hours wait to be computed: left for now' },
  busy: { zh: '数据表正忙，下次再归档', en: 'the table is in use: left for the next time' },
};

export function archiveCommand(program: Command): void {
  const archive = program.command('archive').description('months of packets outside the database 历史数据归档');
  archive
    .command('list')
    .description('months that were archived, their files and digests 查看归档')
    .option('--json')
    .action(
      command((options: { json?: boolean }) =>
        withContext(async ({ store }) => {
          const entries = await listArchive(store.pool);
          if (options.json) return sayJson(entries);
          for (const { month, kind, state, rows, bytes, file, sha256 } of entries)
            say(
              `${month}  ${inTongue(KINDS[kind])}  ${inTongue(STATES[state])}  ${rows}  ${bytes} B  ${file}  ${sha256}`,
            );
        }),
      ),
    );
  archive
    .command('run')
    .description('archive the months that are older than the district’s retention 执行归档')
    .option('--json')
    .action(
      command((options: { json?: boolean }) =>
        withContext(async ({ store, config, clock, district }) => {
          const done = await archiveMonths(store.pool, {
            folder: archiveFolder(config),
            today: clock.today(),
            retention: retentionOf(district),
          });
          if (options.json) return sayJson(done);
          sayDone(done);
        }),
      ),
    );
  archive
    .command('restore <month>')
    .description('fetch a month back into the database, e.g. lantian archive restore 2021-10 恢复某月')
    .option('--json')
    .action(
      command((month: string, options: { json?: boolean }) =>
        withContext(async ({ store, config }) => {
          if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw noMonth(month);
          const rows = await restoreMonth(store.pool, archiveFolder(config), month);
          if (options.json) return sayJson(rows);
          for (const [kind, count] of Object.entries(rows))
            say(`${inTongue(KINDS[kind as keyof typeof KINDS])}  ${count}`);
        }),
      ),
    );
}

function sayDone({ archived, left }: ArchiveDone): void {
  for (const { kind, month, rows, bytes } of archived) say(`${month}  ${inTongue(KINDS[kind])}  ${rows}  ${bytes} B`);
  for (const { kind, month, why } of left) say(`${month}  ${inTongue(KINDS[kind])}  ${inTongue(WHY[why])}`);
  if (archived.length + left.length === 0)
    say(inTongue({ zh: '没有需要归档的月份', en: 'no month is due to be archived' }));
}

const noMonth = (text: string) =>
  new Refusal('bad_request', {
    zh: `“${text}”不是月份，请写成 2021-10 这样的形式。`,
    en: `“${text}” is no month: write it like 2021-10.`,
  });
