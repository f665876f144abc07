import { Command } from 'commander';
import { VERSION } from './version.ts';

/** Each command is loaded when it is the one that is called, so that a short one does not wait for all. */
const COMMANDS: Record<string, (program: Command) => Promise<void>> = {
  serve: async (program) => (await import('./cli/serve.ts')).serveCommand(program),
  migrate: async (program) => (await import('./cli/migrate.ts')).migrateCommand(program),
  plan: async (program) => (await import('./cli/plan.ts')).planCommand(program),
  observations: async (program) => (await import('./cli/observations.ts')).observationsCommand(program),
  archive: async (program) => (await import('./cli/archive.ts')).archiveCommand(program),
  evaluate: async (program) => (await import('./cli/evaluate.ts')).evaluateCommand(program),
  bulletin: async (program) => (await import('./cli/bulletin.ts')).bulletinCommand(program),
  user: async (program) => (await import('./cli/user.ts')).userCommand(program),
  simulate: async (program) => (await import('./cli/simulate.ts')).simulateCommand(program),
  standards: async (program) => (await import('./cli/standards.ts')).standardsCommand(program),
  vectors: async (program) => (await import('./vectors/index.ts')).vectorsCommand(program),
};

/** The command line: `npx lantian …`. Every command has --help; those that print results have --json. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command('lantian')
    .description('蓝天 Lantian: carries out a district’s air-pollution action plan 执行辖区大气污染防治行动计划')
    .version(VERSION)
    .showHelpAfterError('(lantian --help)')
    .configureHelp({ sortSubcommands: false });
  const called = COMMANDS[argv[2] ?? ''];
  if (called) await called(program);
  else for (const command of Object.values(COMMANDS)) await command(program);
  await program.parseAsync(argv);
}
