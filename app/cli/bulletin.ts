import type { Command } from 'commander';
import { makeBulletinFiles } from '#engines/bulletins';
import { withContext } from '../context.ts';
import { bulletinDeps } from '../house.ts';
import { command, say, sayJson } from './say.ts';

export function bulletinCommand(program: Command): void {
  program
    .command('bulletin <kind>')
    .description('write a bulletin as .docx, .pdf and .json, e.g. lantian bulletin air --month 2021-10 生成通报')
    .requiredOption('--month <yyyy-mm>', 'the month it reports on')
    .option('--out <folder>', 'where the files go', 'out')
    .option('--json')
    .action(
      command((kind: string, options: { month: string; out: string; json?: boolean }) =>
        withContext(async (context) => {
          const files = await makeBulletinFiles(bulletinDeps(context), {
            kind,
            month: options.month,
            out: options.out,
          });
          if (options.json) sayJson(files);
          else for (const path of [files.docx, files.pdf, files.json]) say(path);
        }),
      ),
    );
}
