import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { Refusal } from '#platform/refusal';
import { ROOT } from '../root.ts';
import {
  type Counts,
  DEVICE_KINDS,
  type DeviceKind,
  type Layout,
  printReport,
  type Report,
  readNetwork,
  type SimulationOptions,
  startSimulation,
  writeLayout,
} from '../simulate/index.ts';
import { command, inTongue, say, sayJson } from './say.ts';

type Options = {
  devices?: Counts;
  layout?: boolean;
  district: string;
  seed: number;
  host: string;
  port?: number;
  vehiclePort?: number;
  jt808Port?: number;
  mqttPort?: number;
  http?: string;
  rate?: number | 'max';
  connections?: number;
  window?: number;
  history?: { from: number; until: number };
  historyMinutes?: number;
  from?: number;
  at?: number;
  for?: number;
  speed: number;
  faults: number;
  least?: number;
  storm?: number;
  truth?: string;
  acknowledged?: string;
  json?: boolean;
};

const wrong = (text: string): never => {
  throw new InvalidArgumentError(text);
};
const number = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  return Number.isFinite(value) && value >= least && value <= most ? value : wrong(`a number from ${least} to ${most}`);
};
const port = number(1, 65_535);

function counts(text: string): Counts {
  const made: Counts = {};
  for (const part of text.split(',')) {
    const [kind, count = '1'] = part.trim().split('=') as [string, string?];
    if (!DEVICE_KINDS.includes(kind as DeviceKind)) wrong(`${kind} is none of ${DEVICE_KINDS.join(', ')}`);
    made[kind as DeviceKind] = number(0, 1_000_000)(count);
  }
  return made;
}

/** '2021-10-01' or '2021-10-01T08:00', Beijing time. */
function instant(text: string): number {
  const at = Date.parse(`${text.includes('T') ? text : `${text}T00:00`}:00+08:00`);
  return Number.isNaN(at) ? wrong(`${text} is no time like 2021-10-01T08:00`) : at;
}
function span(text: string): { from: number; until: number } {
  const [from, until] = text.split('..') as [string, string?];
  return until ? { from: instant(from), until: instant(until) } : wrong('a time like 2021-10-01..2021-10-02');
}

/** `lantian simulate`: a network of devices over real sockets, for load and for show. */
export function simulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('simulated devices over real sockets: load and demonstration 模拟设备：压测与演示')
    .option(
      '--devices <kind=N,…>',
      `kinds: ${DEVICE_KINDS.join(', ')}; the district’s simulated network when left out 设备种类与数量`,
      counts,
    )
    .option('--layout', 'write the files of the district’s simulated network and end 写出模拟网络文件')
    .option('--district <folder>', 'a folder of districts/ 辖区', 'xicheng')
    .option('--seed <n>', 'the same seed makes the same world 随机种子', number(0, 2 ** 32 - 1), 1)
    .option('--host <address>', 'where the platform is 平台地址', '127.0.0.1')
    .option('--port <n>', 'HJ 212 (4681)', port)
    .option('--vehicle-port <n>', 'GB 17691, HJ 1239, GB/T 32960 (4682)', port)
    .option('--jt808-port <n>', 'JT/T 808 (4683)', port)
    .option('--mqtt-port <n>', 'MQTT (4684)', port)
    .option('--http <base>', 'HTTP (http://127.0.0.1:4680)')
    .option('--rate <n|max>', 'packets a second of all HJ 212 stations, or as fast as acknowledged 总速率', (text) =>
      text === 'max' ? text : number(0.1, 1e7)(text),
    )
    .option('--connections <n>', 'connections that carry --rate and --history (64)', number(1, 60_000))
    .option('--window <n>', 'packets unanswered on one connection (128)', number(1, 100_000))
    .option('--history <from..until>', 'send the minutes of a past time as history 补传历史分钟数据', span)
    .option('--history-minutes <n>', 'minutes of a history packet (each model’s own)', number(1, 60))
    .option('--at <time>', 'simulated time begins there (now) 模拟起始时刻', instant)
    .option('--from <time>', 'first stamp of --rate (a day ago)', instant)
    .option('--for <seconds>', 'end after so long 持续秒数', number(0.1, 1e9))
    .option('--speed <factor>', 'simulated time runs so much faster 时间倍速', number(0.001, 100_000), 1)
    .option('--faults <share>', 'share of devices with a fault, 0 to 1 故障设备比例', number(0, 1), 0)
    .option('--least <seconds>', 'no device reports more often 最短上报间隔', number(1, 3600))
    .option('--storm <seconds>', 'all connections break every so often 周期性集体掉线', number(0.5, 1e6))
    .option('--truth <file>', 'write what really was: sources, strengths, faults 写出真值')
    .option('--acknowledged <file>', 'write the key of everything that was acknowledged 写出已确认的数据键')
    .option('--json', 'print the report as JSON')
    .action(command(simulate));
}

function optionsOf(given: Options, devices: Counts | Layout): SimulationOptions {
  const ports = { hj212: given.port, vehicles: given.vehiclePort, jt808: given.jt808Port, mqtt: given.mqttPort };
  const told = Object.fromEntries(Object.entries(ports).filter(([, value]) => value !== undefined));
  const { seed, host, rate, from, at, speed, faults, storm, connections, window, http, least } = given;
  const history = given.history && { ...given.history, minutes: given.historyMinutes };
  const optional = { rate, history, from, began: at, storm, connections, window, httpBase: http, leastSeconds: least };
  return {
    districtPath: join(ROOT, 'districts', given.district),
    seed,
    host,
    ports: told,
    devices,
    speed,
    faults,
    keepAcknowledged: given.acknowledged !== undefined,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

async function simulate(given: Options): Promise<void> {
  const districtPath = join(ROOT, 'districts', given.district);
  if (!existsSync(districtPath))
    throw new Refusal('district_invalid', {
      zh: `找不到 ${districtPath}，请用 --district 指定 districts/ 下的目录。`,
      en: `${districtPath} is not there: name a folder of districts/ with --district.`,
    });
  if (given.layout) {
    for (const path of await writeLayout(districtPath)) say(path);
    return;
  }
  const devices = given.devices ?? (await readNetwork(districtPath));
  if (!devices)
    throw new Refusal('district_invalid', {
      zh: `${given.district} 没有模拟网络（simulated.yaml），请用 --devices 指定设备，或先执行 --layout。`,
      en: `${given.district} has no simulated network (simulated.yaml): name devices with --devices, or run --layout first.`,
    });
  const handle = await startSimulation(optionsOf(given, devices));
  const tty = process.stderr.isTTY === true;
  const progress = setInterval(() => process.stderr.write(progressLine(handle.report(), tty)), tty ? 500 : 5000);
  await new Promise<void>((end) => {
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    if (given.for !== undefined) setTimeout(end, given.for * 1000);
    void handle.done.then(end);
  });
  clearInterval(progress);
  if (tty) process.stderr.write('\r\u001b[K');
  const truth = given.truth ? handle.truth() : null;
  const report = await handle.stop();
  if (given.truth) await writeFile(given.truth, `${JSON.stringify(truth, null, 2)}\n`);
  if (given.acknowledged) await writeFile(given.acknowledged, keysText(handle.acknowledged.all()));
  if (given.json) sayJson(report);
  else say(printReport(report));
}

function progressLine({ seconds, perSecond, connected, all }: Report, tty: boolean): string {
  const zh = `${seconds.toFixed(0)} 秒 · 在线 ${connected} · 发送 ${all.sent} · 确认 ${all.acknowledged}（${perSecond.acknowledged}/秒）· 重发 ${all.repeated}`;
  const en = `${seconds.toFixed(0)} s · ${connected} connected · ${all.sent} sent · ${all.acknowledged} acknowledged (${perSecond.acknowledged}/s) · ${all.repeated} repeated`;
  const line = `  ${inTongue({ zh, en })}`;
  return tty ? `\r\u001b[K${line}` : `${line}\n`;
}

/** One line a key: device, message, stamp (ms since 1970). */
const keysText = (keys: Iterable<{ code: string; what: string; stamp: number }>): string =>
  [...keys].map(({ code, what, stamp }) => `${code}\t${what}\t${stamp}\n`).join('');
