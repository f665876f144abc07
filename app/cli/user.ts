import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { checkedGrants, createAccount } from '#platform/identity';
import { placesOf, withContext } from '../context.ts';
import { ROLES } from '../roles.ts';
import { command, say, sayJson } from './say.ts';

type Options = { name?: string; role: string; unit?: string; street?: string; email?: string; json?: boolean };

export function userCommand(program: Command): void {
  const user = program.command('user').description('accounts 账号');
  user
    .command('add <login>')
    .description(
      'create an account; the password is read from the terminal or from standard input 建立账号，口令从终端或标准输入读取',
    )
    .requiredOption('--role <role>', `one of ${ROLES.map((row) => row.id).join(', ')}`)
    .option('--name <name>', 'the person’s name 姓名')
    .option('--unit <id>', 'unit of a unit_officer 所属单位')
    .option('--street <code>', 'street of a street_officer 所属街道')
    .option('--email <address>')
    .option('--json')
    .action(
      command(async (login: string, options: Options) => {
        const password = await readPassword();
        await withContext(async ({ store, district }) => {
          const asked = { role: options.role, unitId: options.unit, streetCode: options.street };
          const id = await createAccount(
            store.db,
            { accountId: null, name: 'command line' },
            {
              login,
              name: options.name ?? login,
              email: options.email ?? null,
              password,
              mustChangePassword: true,
              grants: await checkedGrants([asked], ROLES, placesOf(district)),
            },
          );
          if (options.json) sayJson({ id, login });
          else say(`账号已建立 account created: ${login}`);
        });
      }),
    );
}

async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    let text = '';
    for await (const part of process.stdin) text += part;
    return text.split('\n')[0]!.trim();
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  const asked = terminal.question('口令 password: ');
  // what is typed stays invisible
  (terminal as unknown as { _writeToOutput: (text: string) => void })._writeToOutput = () => undefined;
  const password = await asked;
  terminal.close();
  process.stderr.write('\n');
  return password;
}
