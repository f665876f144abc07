import type { Command } from 'commander';
import pino from 'pino';
import { LOGGED_WITHOUT } from '#platform/http';
import { isEmpty } from '#platform/identity';
import { Refusal, type Sentence } from '#platform/refusal';
import { type Context, openContext } from '../context.ts';
import { DEMO_ACCOUNTS } from '../demo/accounts.ts';
import { demoSteps } from '../demo/index.ts';
import { startHouse } from '../house.ts';
import { demoNetwork } from '../simulate/index.ts';
import { command, explain, inTongue, say } from './say.ts';
import { runSteps } from './steps.ts';

const t = (zh: string, en: string): Sentence => ({ zh, en });

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('start everything on one port; the first start of a demonstration loads its data 启动服务')
    .action(command(serve));
}

async function serve(): Promise<void> {
  const began = performance.now();
  const ending = new AbortController();
  let stopping = false;
  let stop: () => Promise<void> = async () => undefined;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    ending.abort();
    process.stderr.write(`\n  ${inTongue(t('正在停止…', 'stopping …'))}\n`);
    void stop()
      .catch((error: unknown) => process.stderr.write(`${explain(error)}\n`))
      .finally(() => process.exit(process.exitCode ?? 0));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  process.stderr.write(`  蓝天 Lantian\n`);
  let context: Awaited<ReturnType<typeof openContext>> | undefined;
  try {
    await runSteps([
      {
        title: t('启动数据库', 'database'),
        run: async () => {
          context = await openContext(true);
          stop = () => context!.close();
          return context.config.databaseUrl ? 'DATABASE_URL' : context.config.dataFolder;
        },
      },
    ]);
    const opened = context!;
    if (opened.config.demo) await runSteps(await demoSteps(opened, ending.signal));
    if (stopping) return;
    const logger = pino({ level: opened.config.logLevel, redact: LOGGED_WITHOUT });
    const house = await startHouse(opened, logger);
    let network: Awaited<ReturnType<typeof demoNetwork>> | undefined;
    stop = async () => {
      await network?.stop();
      await house.close();
      await opened.close();
    };
    if (stopping) return;
    const address = await listen(house.http, opened);
    opened.hold?.update({ address });
    network = await demoNetwork(opened, house.gateway, address, logger);
    await announce(opened, address, (performance.now() - began) / 1000, network.devices);
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`  ${explain(error)}\n`);
    process.exitCode = 1;
    await stop().catch(() => undefined);
    process.exit(1);
  }
}

async function listen(http: Awaited<ReturnType<typeof startHouse>>['http'], { config }: Context): Promise<string> {
  try {
    return await http.listen({ port: config.port, host: config.host, backlog: 4096 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Refusal('port_taken', {
      zh: `端口 ${config.port} 已被占用，请用 LANTIAN_PORT 指定另一个端口。`,
      en: `Port ${config.port} is taken; choose another one with LANTIAN_PORT.`,
    });
  }
}

async function announce(
  { store, config, clock }: Context,
  address: string,
  seconds: number,
  simulated: number,
): Promise<void> {
  say(`\n  ${inTongue(t('服务地址', 'Lantian serves'))}  ${address}   (${seconds.toFixed(1)} s)`);
  if (await isEmpty(store.db))
    say(
      `  ${inTongue(t('请打开上述地址，建立第一位管理员。', 'Open this address to create the first administrator.'))}`,
    );
  else if (config.demo) {
    say(
      `  ${inTongue(t(`演示日期 ${clock.today()}；演示账号（口令均相同）：`, `Demonstration as of ${clock.today()}; log-ins (one password):`))}`,
    );
    const width = Math.max(...DEMO_ACCOUNTS.map((account) => account.login.length));
    for (const account of DEMO_ACCOUNTS)
      say(`    ${account.login.padEnd(width)}  ${account.password}  ${inTongue(account.role)}`);
    if (simulated > 0)
      say(
        `  ${inTongue(t(`${simulated} 台模拟设备正在上报，处处标明“模拟”。`, `${simulated} simulated devices report, labelled as simulated wherever they show.`))}`,
      );
  }
  say(`  ${inTongue(t('按 Ctrl-C 停止。', 'Ctrl-C stops it.'))}\n`);
}
