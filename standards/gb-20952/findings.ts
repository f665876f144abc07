import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import type { NozzleJournal } from './machines.ts';
import { HOUR } from './natural-day.ts';
import type { PressureSample } from './pressure.ts';
import { type Refuelling, withoutRepeats } from './refuelling.ts';
import { RULE_SETS, type RuleSet } from './rules.ts';
import type { GasStationSettings } from './settings.table.ts';
import type { Level } from './streak.ts';

/** Something about a device or its keeper that an officer should look at; instants in ms since 1970 UTC. */
export type StationFinding = {
  readonly kind: 'silent-device' | 'constant-value' | 'no-response' | 'state-differs' | 'runs-other-rules';
  readonly from: number | string;
  readonly until: number | string;
  readonly reason: { readonly zh: string; readonly en: string };
};

const MINUTE = 60_000;
const hours = (ms: number) => Math.floor(ms / HOUR);

/** Stretches of a period without any message that are longer than the setting (E.3.5: at least hourly). */
export function silences(
  messages: readonly number[],
  period: { readonly from: number; readonly until: number },
  { silentMinutes }: Pick<GasStationSettings, 'silentMinutes'>,
): StationFinding[] {
  const within = [...new Set(messages)].filter((at) => at > period.from && at < period.until).sort((a, b) => a - b);
  const edges = [period.from, ...within, period.until];
  return edges.slice(1).flatMap((until, i) => {
    const from = edges[i] as number;
    if (until - from <= silentMinutes * MINUTE) return [];
    const reason = {
      zh: `在线监测设备连续 ${hours(until - from)} 小时以上无数据（标准要求至少每小时上传一次）`,
      en: `No message for more than ${hours(until - from)} h, while at least one an hour is required`,
    };
    return [{ kind: 'silent-device' as const, from, until, reason }];
  });
}

type Run = { readonly from: number; readonly until: number; readonly count: number; readonly value: Numeric };
/** Maximal runs of equal values in order of time; a missing value ends a run, for nothing is known of it. */
function equalRuns(
  series: readonly { readonly at: number; readonly until: number; readonly value: Numeric | null }[],
): Run[] {
  const runs: Run[] = [];
  let open = false;
  for (const { at, until, value } of series) {
    const known = value !== null && isNumeric(value);
    const last = runs.at(-1);
    if (known && open && last && compareDecimal(last.value, value) === 0)
      runs[runs.length - 1] = { ...last, until, count: last.count + 1 };
    else if (known) runs.push({ from: at, until, count: 1, value });
    open = known;
  }
  return runs;
}

const constant = ({ from, until }: Run, zh: string, en: string): StationFinding => ({
  kind: 'constant-value',
  from,
  until,
  reason: { zh, en },
});

/** Refuellings in a row whose ratio is exactly the same, more often than is plausible. */
export const constantRatios = (
  records: readonly Refuelling[],
  { constantRefuellings }: Pick<GasStationSettings, 'constantRefuellings'>,
): StationFinding[] =>
  equalRuns(withoutRepeats(records).map(({ start, end, ratio }) => ({ at: start, until: end, value: ratio })))
    .filter(({ count }) => count >= constantRefuellings)
    .map((run) =>
      constant(
        run,
        `连续 ${run.count} 次加油的气液比均为 ${run.value}，数据疑似失真`,
        `${run.count} refuellings in a row with the same A/L of ${run.value}`,
      ),
    );

/** A pressure that does not move at all for longer than is plausible. */
export const constantPressures = (
  samples: readonly PressureSample[],
  { constantPressureHours }: Pick<GasStationSettings, 'constantPressureHours'>,
): StationFinding[] =>
  equalRuns([...samples].sort((a, b) => a.at - b.at).map(({ at, pa }) => ({ at, until: at, value: pa })))
    .filter(({ from, until }) => until - from >= constantPressureHours * HOUR)
    .map((run) =>
      constant(
        run,
        `油罐压力 ${hours(run.until - run.from)} 小时以上恒为 ${run.value} Pa，数据疑似失真`,
        `The tank pressure stood at ${run.value} Pa for more than ${hours(run.until - run.from)} h`,
      ),
    );

/** Alarms that nobody answered in time. */
export const unanswered = (
  alarms: readonly { readonly raised: number; readonly answered: number | null }[],
  now: number,
  { responseHours }: Pick<GasStationSettings, 'responseHours'>,
): StationFinding[] =>
  alarms
    .filter(({ raised, answered }) => Math.min(answered ?? now, now) - raised > responseHours * HOUR)
    .map(({ raised, answered }) => {
      const until = Math.min(answered ?? now, now);
      const reason = {
        zh: `报警后 ${hours(until - raised)} 小时${answered === null ? '仍未处置' : '才处置'}（设定时限 ${responseHours} 小时）`,
        en: `An alarm was ${answered === null ? 'not answered' : 'answered only'} after ${hours(until - raised)} h (${responseHours} h set)`,
      };
      return { kind: 'no-response', from: raised, until, reason };
    });

/** What a device uploaded for a day; 'none' = no refuelling, says the device. */
export type UploadedLevel = Level | 'none';
const LEVEL_ZH: Readonly<Record<UploadedLevel, string>> = {
  normal: '正常',
  'pre-alarm': '预警',
  alarm: '报警',
  none: '无加油',
};

const agrees = (uploaded: UploadedLevel, level: Level | null) =>
  uploaded === 'none' ? level === null : level === null || level === uploaded;
/** Days of which an uploaded state and a judgement of our own exist. */
const compared = (journal: NozzleJournal, uploaded: ReadonlyMap<string, UploadedLevel>) =>
  journal.flatMap(({ date, verdict }) => {
    const said = uploaded.get(date);
    return said === undefined || (verdict.level === null && said !== 'none')
      ? []
      : [{ date, said, level: verdict.level }];
  });

/** Days on which the device's state is not what its own refuellings come to. Days that cannot be judged are left out. */
export const stateDifferences = (
  journal: NozzleJournal,
  uploaded: ReadonlyMap<string, UploadedLevel>,
): StationFinding[] =>
  compared(journal, uploaded)
    .filter(({ said, level }) => !agrees(said, level))
    .map(({ date, said, level }) => ({
      kind: 'state-differs',
      from: date,
      until: date,
      reason: {
        zh: `设备上传“${LEVEL_ZH[said]}”，按逐次加油数据重算为“${LEVEL_ZH[level ?? 'none']}”`,
        en: `The device says ${said}; its refuellings come to ${level ?? 'none'}`,
      },
    }));

/**
 * The rule sets under which every uploaded state agrees with the refuellings, out of journals made with each of them.
 * When the set in force is not among them and another is, the device runs that one.
 * @returns null when no day can be compared
 */
export function rulesThatExplain(
  journals: Readonly<Record<RuleSet, NozzleJournal>>,
  uploaded: ReadonlyMap<string, UploadedLevel>,
): readonly RuleSet[] | null {
  const pairs = RULE_SETS.map((ruleSet) => ({ ruleSet, days: compared(journals[ruleSet], uploaded) }));
  if (pairs.every(({ days }) => days.length === 0)) return null;
  return pairs
    .filter(({ days }) => days.length > 0 && days.every(({ said, level }) => agrees(said, level)))
    .map(({ ruleSet }) => ruleSet);
}

/** The finding that a device decides by other rules than those in force; null when it does not, or nothing can be said. */
export function otherRules(
  journals: Readonly<Record<RuleSet, NozzleJournal>>,
  uploaded: ReadonlyMap<string, UploadedLevel>,
  inForce: RuleSet,
): StationFinding | null {
  const explain = rulesThatExplain(journals, uploaded);
  const dates = [...uploaded.keys()].sort();
  const [from, until] = [dates[0], dates.at(-1)];
  if (!explain || explain.length === 0 || explain.includes(inForce) || !from || !until) return null;
  return {
    kind: 'runs-other-rules',
    from,
    until,
    reason: {
      zh: `设备上传的状态与 ${inForce} 不符，而与 ${explain.join('、')} 一致，疑似仍按该规则判定`,
      en: `The uploaded states do not follow ${inForce} but ${explain.join(', ')}`,
    },
  };
}
