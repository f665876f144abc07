import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { directoryOf, readDistrict, type UnitDirectory } from '#engines/district';
import { printReading, readPlan } from '#engines/plan';
import { readConfig } from '../config.ts';
import { ROOT } from '../root.ts';
import type { ImportOptions, StatusOptions } from './plan-adopted.ts';
import { bytesOf } from './plan-file.ts';
import { command, inTongue, say, sayJson } from './say.ts';

const EMPTY: UnitDirectory = { units: [] };

export function planCommand(program: Command): void {
  const plan = program.command('plan').description('action plans 行动计划');
  plan
    .command('parse <file>')
    .description(
      'read a plan document (.docx, .xlsx, .txt) and print what was understood; nothing is kept 读取计划文件',
    )
    .option('--json')
    .option('--year <year>', 'the plan’s year where the document does not say it', Number)
    .option('--no-directory', 'do not resolve units against the district’s directory (plans of other places)')
    .action(
      command(async (file: string, options: { json?: boolean; year?: number; directory: boolean }) => {
        const directory = options.directory ? await folderDirectory() : EMPTY;
        const {
          document: _grid,
          warnings,
          ...reading
        } = readPlan(basename(file), await bytesOf(file), directory, { year: options.year });
        if (options.json) return sayJson({ ...reading, warnings });
        say(printReading(reading));
        for (const warning of warnings) process.stderr.write(`! ${inTongue(warning)}\n`);
      }),
    );
  plan
    .command('import <file>')
    .description('read a plan document and adopt it 导入并采纳')
    .requiredOption('--effective-on <date>', 'the day from which it is in force, like 2021-01-01')
    .option('--accept-uncertain', 'adopt although the reading is not certain of everything')
    .option('--note <text>')
    .option('--json')
    .action(
      command(async (file: string, options: ImportOptions) =>
        (await import('./plan-adopted.ts')).importPlan(basename(file), await bytesOf(file), options),
      ),
    );
  plan
    .command('map')
    .description(
      'measure by measure, which indicators serve the plans in districts/: the page docs/plan-map.md 计划对照',
    )
    .action(command(async () => (await import('./plan-adopted.ts')).printMap()));
  plan
    .command('status')
    .description('what the living table shows: lamps, indicators, pace 计划执行状态')
    .option('--plan <year>', 'the plan’s year', Number)
    .option('--as-of <date>', 'a day of the plan’s year, like 2021-09-30')
    .option('--unit <unit>', 'only what a unit leads or supports: its id, name or alias')
    .option('--json')
    .action(command(async (options: StatusOptions) => (await import('./plan-adopted.ts')).printStatus(options)));
}

async function folderDirectory(): Promise<UnitDirectory> {
  const config = readConfig(process.env);
  return directoryOf(await readDistrict(join(ROOT, 'districts', config.district)));
}
