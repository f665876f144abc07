import type { Command } from 'commander';
import { withContext } from '../context.ts';
import { evaluateAll } from '../evaluate.ts';
import { command, sayJson } from './say.ts';
import { runSteps } from './steps.ts';

export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('compute days, periods and indicators from what was observed 评价空气质量与指标')
    .option('--full', 'compute everything again, not only what changed')
    .option('--json')
    .action(
      command((options: { full?: boolean; json?: boolean }) =>
        withContext(async (context) => {
          await runSteps([
            {
              title: { zh: '评价', en: 'evaluate' },
              run: async (progress) => {
                const made = await evaluateAll(context, { full: options.full ?? false, progress });
                if (options.json) sayJson(made);
                return `${made.days} d, ${made.periods} periods, ${made.indicatorValues} indicator values`;
              },
            },
          ]);
        }),
      ),
    );
}
