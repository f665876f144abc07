import type { Command } from 'commander';
import { command, say, sayJson } from '../cli/say.ts';
import { runVectors, type VectorFailure, type VectorReport } from './run.ts';

const failureLine = ({ suite, id, fn, expected, actual }: VectorFailure) =>
  `FAILED ${suite} ${id} ${fn}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;

/** The report as the terminal shows it: the failures, what was skipped, and the sum last. */
export function printReport({ passed, failed, skipped, failures }: VectorReport): string {
  const left = skipped.map(({ suite, count, why }) => `skipped ${suite}: ${count} (${why})`);
  return [...failures.map(failureLine), ...left, `${passed} passed, ${failed} failed`].join('\n');
}

/** `lantian vectors DIR`: runs the worked examples of a folder; exit code 1 when one fails. */
export function vectorsCommand(program: Command): void {
  program
    .command('vectors')
    .argument('<dir>', 'folder of suites (*.json) and frame files (*.jsonl)')
    .description('run the worked examples and captured frames of a folder · 用算例和报文检验标准计算与协议解析')
    .option('--json', 'print the report as JSON')
    .action(
      command(async (dir: string, options: { json?: boolean }) => {
        const report = await runVectors(dir);
        if (options.json) sayJson(report);
        else say(printReport(report));
        if (report.failed > 0) process.exitCode = 1;
      }),
    );
}
