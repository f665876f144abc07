import { livingTableOf, statusOf } from '#engines/indicators';
import { namesOf } from '#engines/ledgers';
import { adoptFromDocument } from '#engines/plan';
import { isCalendarDate } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import { bindAdoptedPlans } from '../bindings.ts';
import { withContext } from '../context.ts';
import { indicators } from '../definitions.ts';
import { mapPlans, printPlanMap } from '../plan-map/index.ts';
import { ROOT } from '../root.ts';
import { inTongue, say, sayJson } from './say.ts';

export type ImportOptions = { effectiveOn: string; acceptUncertain?: boolean; note?: string; json?: boolean };
export type StatusOptions = { plan?: number; asOf?: string; unit?: string; json?: boolean };

/** Reads a plan document and adopts it, whole or not at all. */
export async function importPlan(name: string, bytes: Uint8Array, options: ImportOptions): Promise<void> {
  await withContext(async (context) => {
    const adopted = await adoptFromDocument(context.store, {
      districtCode: context.district.district.code,
      name,
      bytes,
      effectiveOn: options.effectiveOn,
      adoptedOn: context.clock.today(),
      adoptedBy: { accountId: null, name: 'command line' },
      acceptUncertain: options.acceptUncertain ?? false,
      note: options.note ?? null,
    });
    await bindAdoptedPlans(context);
    if (options.json) sayJson(adopted);
    else say(`${adopted.year} v${adopted.versionNo}: ${adopted.measures} measures`);
  });
}

/** Prints what the living table shows. @throws Refusal not_found: no such unit, no such plan */
export async function printStatus(options: StatusOptions): Promise<void> {
  await withContext(async (context) => {
    const { store, clock, district } = context;
    const year = options.plan ?? Number((options.asOf ?? clock.today()).slice(0, 4));
    const districtCode = district.district.code;
    const about = { db: store.db, districtCode, clock, registry: indicators };
    const unit = options.unit ? (await namesOf(store.db, districtCode, clock.today())).unit(options.unit) : null;
    if (unit === undefined) throw unknownUnit(options.unit!);
    const status = statusOf(await livingTableOf(about, { year, asOf: dayOf(options.asOf) }), unit);
    if (options.json) return sayJson(status);
    for (const measure of status.measures) {
      say(`${measure.id.padEnd(6)}${measure.lamp.padEnd(13)}${inTongue(measure.why)}`);
      for (const { title, value, unit: of, target, evidence } of measure.indicators)
        say(
          `      · ${inTongue(title)}: ${value ?? '—'} ${of}${target ? ` (${inTongue(target.text)})` : ''}  [${evidence}]`,
        );
    }
  });
}

/** @throws Refusal bad_request */
function dayOf(asked: string | undefined): string | undefined {
  if (asked === undefined || isCalendarDate(asked)) return asked;
  throw new Refusal('bad_request', {
    zh: `“${asked}”不是日期，请写成如 2021-09-30。`,
    en: `"${asked}" is no date: write it like 2021-09-30.`,
  });
}

const unknownUnit = (asked: string) =>
  new Refusal('not_found', {
    zh: `没有名为“${asked}”的单位，请用 units.yaml 中的编号、名称或别名。`,
    en: `There is no unit "${asked}": use an id, name or alias of units.yaml.`,
  });

/** Prints which indicators serve the plans of the districts. */
export async function printMap(): Promise<void> {
  process.stdout.write(printPlanMap(await mapPlans(ROOT, indicators), indicators));
}
