import type { Command } from 'commander';
import { fileSource, type ImportReport, importObservations, readMapping } from '#engines/observations';
import { withContext } from '../context.ts';
import { evaluateAll } from '../evaluate.ts';
import { command, inTongue, say, sayJson } from './say.ts';
import { runSteps, type Step } from './steps.ts';

type Options = { map: string; dryRun?: boolean; evaluate: boolean; json?: boolean };

export function observationsCommand(program: Command): void {
  program
    .command('observations')
    .description('measurements 观测数据')
    .command('import <files...>')
    .description('import hour values from CSV, CSV.gz or XLSX 导入小时值')
    .requiredOption('--map <file>', 'how the columns are read (YAML or JSON) 列映射文件')
    .option('--dry-run', 'check every row, keep nothing')
    .option('--no-evaluate', 'leave the evaluation to the running server')
    .option('--json')
    .action(
      command((files: string[], options: Options) =>
        withContext(async (context) => {
          const mapping = await readMapping(options.map);
          const reports: ({ file: string } & ImportReport)[] = [];
          const steps: Step[] = files.map((file) => ({
            title: { zh: `导入 ${file}`, en: `import ${file}` },
            run: async (progress) => {
              const report = await importObservations(context.store, await fileSource(file), mapping, {
                dryRun: options.dryRun ?? false,
                actor: { accountId: null, name: 'command line' },
                progress: (done, total) => progress(done, total),
              });
              reports.push({ file, ...report });
              return `${report.rows} rows: ${report.inserted} new, ${report.changed} changed, ${report.unchanged} unchanged, ${report.refused} refused`;
            },
          }));
          await runSteps(steps);
          if (options.evaluate && !options.dryRun && reports.some((report) => report.inserted + report.changed > 0))
            await runSteps([
              {
                title: { zh: '评价', en: 'evaluate' },
                run: async (progress) => `${(await evaluateAll(context, { progress })).days} d`,
              },
            ]);
          if (options.json) return sayJson(reports);
          for (const report of reports)
            for (const error of report.errors.slice(0, 20))
              say(`${report.file}:${error.row} ${error.column ?? ''} ${error.value} ${inTongue(error.message)}`);
        }),
      ),
    );
}
