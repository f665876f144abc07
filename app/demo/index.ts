import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftBulletin, issueBulletin } from '#engines/bulletins';
import { fileSource, importObservations, readMapping, replayYear } from '#engines/observations';
import { adoptFromDocument } from '#engines/plan';
import { record, recordedSubjects } from '#platform/audit';
import { addMonths, fixedClock, lastDayOfMonth, monthsOf } from '#platform/clock';
import { isEmpty } from '#platform/identity';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Progress, Step } from '../cli/steps.ts';
import { type Context, placesOf } from '../context.ts';
import { inspectionKinds, ledgers } from '../definitions.ts';
import { loadYear, readYearProfile } from '../demo-year/index.ts';
import { evaluateAll } from '../evaluate.ts';
import { bulletinDeps } from '../house.ts';
import { createDemoAccounts } from './accounts.ts';
import { demoErrands } from './errands.ts';
import { demoReports } from './reports.ts';

const t = (zh: string, en: string): Sentence => ({ zh, en });
const SYSTEM = { accountId: null, name: 'system' };
const LOADED = 'demo.load';

/**
 * What the first start of a demonstration does, each step once: adopt the district's issued plans, import its real
 * records, replay them into the plan's years, evaluate, create the log-ins.
 */
export async function demoSteps(context: Context, signal: AbortSignal): Promise<Step[]> {
  const { demo } = context.district;
  const { db } = context.store;
  if (!demo) return [];
  const done = await recordedSubjects(db, LOADED);
  const steps: Step[] = [];
  const once = (key: string, title: Sentence, run: (progress: Progress) => Promise<string>) => {
    if (done.has(key)) return;
    steps.push({
      title,
      run: async (progress) => {
        if (signal.aborted) return undefined;
        const outcome = await run(progress);
        await record(db, SYSTEM, { action: LOADED, subjectKind: 'demo', subjectId: key, after: { outcome } });
        return outcome;
      },
    });
  };
  for (const { year, effective_on } of demo.plans)
    once(`plan ${year}`, t(`读取并采纳${year}年行动计划`, `read and adopt the plan of ${year}`), () =>
      adoptPlan(context, year, effective_on),
    );
  for (const { file, map } of demo.observations)
    once(file, t(`导入实测数据 ${file}`, `import ${file}`), (progress) =>
      importFile(context, file, map, progress, signal),
    );
  for (const { from, to, label_zh, label_en } of demo.replays)
    once(
      `replay ${from} ${to}`,
      t(`以${from}年实测作${to}年回放`, `replay the record of ${from} as ${to}`),
      async () => {
        const stations = context.district.stations
          .filter((station) => station.in_district)
          .map((station) => station.code);
        const hours = await replayYear(context.store, {
          fromYear: from,
          toYear: to,
          stations,
          label: t(label_zh, label_en),
        });
        return `${hours.toLocaleString('en')} h`;
      },
    );
  const year = await readYearProfile(context.districtPath);
  if (year)
    once(
      `year ${year.year}`,
      t(`生成${year.year}年模拟台账与检查`, `make up the ledgers and visits of ${year.year}`),
      async (progress) => {
        const made = await loadYear({
          db,
          districtCode: context.district.district.code,
          books: ledgers,
          kinds: inspectionKinds,
          profile: year,
          limit: context.clock.today(),
          progress,
        });
        return `${made.entries.toLocaleString('en')} entries, ${made.visits.toLocaleString('en')} visits`;
      },
    );
  if (steps.length > 0)
    steps.push({
      title: t('评价空气质量与指标', 'evaluate the air and the indicators'),
      run: async (progress) => {
        const made = await evaluateAll(context, { progress, cancelled: () => signal.aborted });
        return `${made.days.toLocaleString('en')} d, ${made.periods.toLocaleString('en')} periods`;
      },
    });
  for (const { kind, from, until, issue_day } of demo.bulletins)
    once(
      `bulletins ${kind} ${from}`,
      t(`印发${from}至${until}的通报`, `issue the bulletins of ${from} to ${until}`),
      () => issueBulletins(context, { kind, from, until, issueDay: issue_day }),
    );
  if (await isEmpty(db))
    steps.push({
      title: t('建立演示账号', 'demonstration log-ins'),
      run: async () => {
        const made = await createDemoAccounts(db, placesOf(context.district));
        await demoErrands(context);
        await demoReports(context);
        return `${made}`;
      },
    });
  return steps;
}

async function adoptPlan(context: Context, year: number, effectiveOn: string): Promise<string> {
  const folder = join(context.districtPath, `plan-${year}`);
  const name = (await readdir(folder)).find((file) => file.endsWith('.docx'));
  if (!name)
    throw new Refusal('district_invalid', {
      zh: `${folder} 中没有计划文件（.docx），请放入印发的文件。`,
      en: `${folder} holds no plan document (.docx): put the issued document there.`,
    });
  const adopted = await adoptFromDocument(context.store, {
    districtCode: context.district.district.code,
    name,
    bytes: await readFile(join(folder, name)),
    effectiveOn,
    adoptedOn: effectiveOn,
    adoptedBy: SYSTEM,
    acceptUncertain: true,
  });
  return `${adopted.measures} measures`;
}

async function importFile(
  context: Context,
  file: string,
  map: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const mapping = await readMapping(join(context.districtPath, map));
  const source = await fileSource(join(context.districtPath, file));
  const report = await importObservations(context.store, source, mapping, {
    actor: SYSTEM,
    progress: (done, total) => progress(done, total),
    cancelled: () => signal.aborted,
  });
  return `${report.inserted.toLocaleString('en')} rows`;
}

/** Each month's bulletin, drafted and issued as the office would have on its day. */
async function issueBulletins(
  context: Context,
  { kind, from, until, issueDay }: { kind: string; from: string; until: string; issueDay: number },
): Promise<string> {
  const months = monthsOf(`${from}-01`, lastDayOfMonth(until));
  for (const month of months) {
    const clock = fixedClock(addMonths(`${month}-${String(issueDay).padStart(2, '0')}`, 1));
    const deps = bulletinDeps({ ...context, clock });
    const { id } = await draftBulletin(deps, SYSTEM, { kind, month });
    await issueBulletin(deps, SYSTEM, id);
  }
  await evaluateAll(context);
  return `${months.length}`;
}
