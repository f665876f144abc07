import type { Command } from 'commander';
import { printStandards, STANDARDS } from '#standards/catalogue';
import { say, sayJson } from './say.ts';

/** `lantian standards`: which rule books are carried out; `--print` is the page docs/standards.md. */
export function standardsCommand(program: Command): void {
  program
    .command('standards')
    .description('which standards are carried out, in which editions 已实现的标准与版本')
    .option('--print', 'the whole page of docs/standards.md')
    .option('--json')
    .action((options: { print?: boolean; json?: boolean }) => {
      if (options.json) sayJson(STANDARDS.map(({ door: _, ...description }) => description));
      else if (options.print) process.stdout.write(printStandards(STANDARDS));
      else
        for (const { document, title, editions } of STANDARDS)
          say(`${document} ${title.zh} ${title.en}: ${editions.map(({ edition }) => edition).join(', ')}`);
    });
}
