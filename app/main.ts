import { Command } from 'commander';
import { bulletinCommand } from './cli/bulletin.ts';
import { evaluateCommand } from './cli/evaluate.ts';
import { migrateCommand } from './cli/migrate.ts';
import { observationsCommand } from './cli/observations.ts';
import { planCommand } from './cli/plan.ts';
import { serveCommand } from './cli/serve.ts';
import { standardsCommand } from './cli/standards.ts';
import { userCommand } from './cli/user.ts';
import { vectorsCommand } from './vectors/index.ts';
import { VERSION } from './version.ts';

/** The command line: `npx lantian …`. Every command has --help; those that print results have --json. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command('lantian')
    .description('蓝天 Lantian: carries out a district’s air-pollution action plan 执行辖区大气污染防治行动计划')
    .version(VERSION)
    .showHelpAfterError('(lantian --help)')
    .configureHelp({ sortSubcommands: false });
  serveCommand(program);
  migrateCommand(program);
  planCommand(program);
  observationsCommand(program);
  evaluateCommand(program);
  bulletinCommand(program);
  userCommand(program);
  standardsCommand(program);
  vectorsCommand(program);
  await program.parseAsync(argv);
}
