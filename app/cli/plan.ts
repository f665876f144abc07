import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { directoryOf, readDistrict, type UnitDirectory } from '#engines/district';
import { livingTableOf } from '#engines/indicators';
import { adoptFromDocument, printReading, readPlan, refuseLarge } from '#engines/plan';
import { Refusal } from '#platform/refusal';
import { bindAdoptedPlans } from '../bindings.ts';
import { readConfig } from '../config.ts';
import { withContext } from '../context.ts';
import { ROOT } from '../database.ts';
import { indicators } from '../definitions.ts';
import { mapPlans, printPlanMap } from '../plan-map/index.ts';
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
      command(
        (file: string, options: { effectiveOn: string; acceptUncertain?: boolean; note?: string; json?: boolean }) =>
          withContext(async (context) => {
            const adopted = await adoptFromDocument(context.store, {
              districtCode: context.district.district.code,
              name: basename(file),
              bytes: await bytesOf(file),
              effectiveOn: options.effectiveOn,
              adoptedOn: context.clock.today(),
              adoptedBy: { accountId: null, name: 'command line' },
              acceptUncertain: options.acceptUncertain ?? false,
              note: options.note ?? null,
            });
            await bindAdoptedPlans(context);
            if (options.json) sayJson(adopted);
            else say(`${adopted.year} v${adopted.versionNo}: ${adopted.measures} measures`);
          }),
      ),
    );
  plan
    .command('map')
    .description(
      'measure by measure, which indicators serve the plans in districts/: the page docs/plan-map.md 计划对照',
    )
    .action(
      command(async () => {
        process.stdout.write(printPlanMap(await mapPlans(ROOT, indicators), indicators));
      }),
    );
  plan
    .command('status')
    .description('what the living table shows: lamps, indicators, pace 计划执行状态')
    .option('--plan <year>', 'the plan’s year', Number)
    .option('--as-of <date>')
    .option('--json')
    .action(
      command((options: { plan?: number; asOf?: string; json?: boolean }) =>
        withContext(async (context) => {
          const year = options.plan ?? Number(context.clock.today().slice(0, 4));
          const table = await livingTableOf(
            {
              db: context.store.db,
              districtCode: context.district.district.code,
              clock: context.clock,
              registry: indicators,
            },
            { year, asOf: options.asOf },
          );
          if (options.json) return sayJson(table);
          for (const measure of table.chapters.flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures)))
            say(`${measure.id.padEnd(6)}${measure.lamp.padEnd(13)}${inTongue(measure.why)}`);
        }),
      ),
    );
}

async function folderDirectory(): Promise<UnitDirectory> {
  const config = readConfig(process.env);
  return directoryOf(await readDistrict(join(ROOT, 'districts', config.district)));
}

/** The bytes of a file that is not larger than any that is read. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    refuseLarge((await stat(path)).size);
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EISDIR')
      throw new Refusal('bad_request', {
        zh: `${path} 是文件夹，请给出其中的计划文件。`,
        en: `${path} is a folder: name the plan document in it.`,
      });
    if (code === 'EACCES' || code === 'EPERM')
      throw new Refusal('bad_request', {
        zh: `没有读取 ${path} 的权限，请修改文件权限后重试。`,
        en: `${path} may not be read: change its permissions and try again.`,
      });
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new Refusal('not_found', {
      zh: `找不到文件 ${path}，请检查路径。`,
      en: `There is no file ${path}: check the path.`,
    });
  }
}
