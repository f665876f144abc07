import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryOf, readDistrict } from '#engines/district';
import { type Bindings, type IndicatorRegistry, readBindings } from '#engines/indicators';
import { type PlanReading, readPlan } from '#engines/plan';

/** An issued plan of a district's folder, as it is read, with what serves its measures. */
export type MappedPlan = {
  district: string;
  year: number;
  document: string;
  reading: PlanReading;
  bindings: Bindings;
};

/** Every plan of every district in `districts/`, read from its issued document. @param root the folder of the repository */
export async function mapPlans(root: string, registry: IndicatorRegistry): Promise<MappedPlan[]> {
  const plans: MappedPlan[] = [];
  for (const district of (await readdir(join(root, 'districts'))).sort()) {
    const folder = join(root, 'districts', district);
    const directory = directoryOf(await readDistrict(folder));
    for (const name of (await readdir(folder)).filter((entry) => /^plan-\d{4}$/.test(entry)).sort()) {
      const path = join(folder, name);
      const document = (await readdir(path)).find((file) => file.endsWith('.docx'));
      if (!document) continue;
      const year = Number(name.slice(-4));
      const file = join(path, 'bindings.yaml');
      plans.push({
        district,
        year,
        document,
        reading: readPlan(document, await readFile(join(path, document)), directory, { year }),
        bindings: existsSync(file) ? await readBindings(file, registry) : {},
      });
    }
  }
  return plans;
}

export const measuresOf = ({ reading }: MappedPlan) =>
  reading.chapters.flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures));

/** `xicheng/2021 2.1` for every measure that no indicator serves, in the plan's order. */
export const unservedMeasures = (plans: readonly MappedPlan[]): string[] =>
  plans.flatMap((plan) =>
    measuresOf(plan)
      .filter(({ id }) => !plan.bindings[id])
      .map(({ id }) => `${plan.district}/${plan.year} ${id}`),
  );
