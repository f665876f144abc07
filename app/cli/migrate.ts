import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dumpSchema } from '#platform/store';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { ROOT } from '../root.ts';
import { command, say } from './say.ts';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version’s schema 升级数据库')
    .option('--dump', 'write migrations/schema.sql from the result')
    .action(
      command(async (options: { dump?: boolean }) => {
        const database = await openDatabase(readConfig(process.env));
        try {
          if (options.dump) await writeFile(join(ROOT, 'migrations/schema.sql'), await dumpSchema(database.ownerUrl));
          say('数据库已是最新 the database is up to date');
        } finally {
          await database.close();
        }
      }),
    );
}
