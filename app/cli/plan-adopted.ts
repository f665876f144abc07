import { livingTableOf } from '#engines/indicators';
import { adoptFromDocument } from '#engines/plan';
import { bindAdoptedPlans } from '../bindings.ts';
import { withContext } from '../context.ts';
import { indicators } from '../definitions.ts';
import { mapPlans, printPlanMap } from '../plan-map/index.ts';
import { ROOT } from '../root.ts';
import { inTongue, say, sayJson } from './say.ts';

export type ImportOptions = { effectiveOn: string; acceptUncertain?: boolean; note?: string; json?: boolean };
export type StatusOptions = { plan?: number; asOf?: string; json?: boolean };

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

/** Prints what the living table shows. */
export async function printStatus(options: StatusOptions): Promise<void> {
  await withContext(async (context) => {
    const { store, clock, district } = context;
    const year = options.plan ?? Number(clock.today().slice(0, 4));
    const about = { db: store.db, districtCode: district.district.code, clock, registry: indicators };
    const table = await livingTableOf(about, { year, asOf: options.asOf });
    if (options.json) return sayJson(table);
    for (const measure of table.chapters.flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures)))
      say(`${measure.id.padEnd(6)}${measure.lamp.padEnd(13)}${inTongue(measure.why)}`);
  });
}

/** Prints which indicators serve the plans of the districts. */
export async function printMap(): Promise<void> {
  process.stdout.write(printPlanMap(await mapPlans(ROOT, indicators), indicators));
}
