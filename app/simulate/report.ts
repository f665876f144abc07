import { FAULTS, type FaultName } from './devices/faults.table.ts';
import { type DeviceKind, KINDS } from './devices/kinds.table.ts';
import { Histogram, type Tally, type TallyCounts } from './links/index.ts';

export type Row = TallyCounts & {
  readonly kind: DeviceKind | 'all';
  readonly devices: number;
  /** data that were not acknowledged when it was counted: on their way, or waiting */
  readonly unacknowledged: number;
  /** ms from the first sending to the acknowledgement; null when there was none */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly max: number | null;
};

export type Report = {
  readonly seconds: number;
  readonly perSecond: { readonly sent: number; readonly acknowledged: number };
  readonly connected: number;
  readonly kinds: readonly Row[];
  readonly all: Row;
  /** how many devices have which fault; which they are, the truth says */
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
};

export type Counted = {
  readonly kind: DeviceKind;
  readonly devices: number;
  readonly tally: Tally;
  readonly open: number;
};

const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

function rowOf(kind: Row['kind'], devices: number, counts: TallyCounts, times: Histogram, open: number): Row {
  return {
    kind,
    devices,
    ...counts,
    unacknowledged: open,
    p50: tenth(times.within(0.5)),
    p90: tenth(times.within(0.9)),
    p99: tenth(times.within(0.99)),
    max: tenth(times.within(1)),
  };
}

export function reportOf(
  counted: readonly Counted[],
  seconds: number,
  connected: number,
  faults: Report['faults'],
): Report {
  const kinds = counted.map(({ kind, devices, tally, open }) => rowOf(kind, devices, tally.counts, tally.times, open));
  const times = new Histogram();
  for (const { tally } of counted) times.take(tally.times);
  const sum = (pick: (row: Row) => number) => kinds.reduce((total, row) => total + pick(row), 0);
  const counts = Object.fromEntries(
    (Object.keys(counted[0]?.tally.counts ?? {}) as (keyof TallyCounts)[]).map((name) => [
      name,
      sum((row) => row[name]),
    ]),
  ) as TallyCounts;
  const all = rowOf(
    'all',
    sum((row) => row.devices),
    counts,
    times,
    sum((row) => row.unacknowledged),
  );
  const rate = (count: number | undefined) => Math.round(((count ?? 0) / Math.max(seconds, 0.001)) * 10) / 10;
  return {
    seconds,
    perSecond: { sent: rate(all.sent), acknowledged: rate(all.acknowledged) },
    connected,
    kinds,
    all,
    faults,
  };
}

const COLUMNS = [
  ['devices', '设备 devices'],
  ['sent', '发送 sent'],
  ['acknowledged', '确认 acknowledged'],
  ['repeated', '重发 repeated'],
  ['unacknowledged', '未确认 open'],
  ['lost', '丢弃 lost'],
  ['refused', '被拒 refused'],
  ['unanswerable', '无应答协议 no answer due'],
  ['requests', '应答请求 requests'],
  ['connects', '连接 connects'],
  ['reconnects', '重连 reconnects'],
  ['p50', 'p50 ms'],
  ['p90', 'p90 ms'],
  ['p99', 'p99 ms'],
  ['max', 'max ms'],
] as const satisfies readonly (readonly [keyof Row, string])[];

/** The report as the terminal shows it: a line for each kind with what was counted, zeros left out. */
export function printReport({ seconds, perSecond, connected, kinds, all, faults }: Report): string {
  const line = (row: Row) => {
    const title = row.kind === 'all' ? '合计 all' : `${KINDS[row.kind].zh} ${row.kind}`;
    const cells = COLUMNS.flatMap(([key, name]) => (row[key] ? [`${name} ${row[key]?.toLocaleString('en')}`] : []));
    return `  ${title}: ${cells.join(' · ')}`;
  };
  const head = `${seconds.toFixed(1)} s · 发送 sent ${perSecond.sent}/s · 确认 acknowledged ${perSecond.acknowledged}/s · 在线 connected ${connected}`;
  const wrong = (Object.entries(faults) as [FaultName, number][]).map(([name, n]) => `${FAULTS[name].zh} ${name} ${n}`);
  const faulty = wrong.length > 0 ? [`  故障 faults: ${wrong.join(' · ')}`] : [];
  return [head, ...kinds.map(line), ...(kinds.length > 1 ? [line(all)] : []), ...faulty].join('\n');
}
