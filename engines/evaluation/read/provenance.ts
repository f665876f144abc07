import type { Db } from '#platform/store';
import type { Provenance } from '../wire.ts';

type SourceTables = {
  record_source: { id: number; kind: string; label: { zh: string; en: string } };
};

/** Source number → what must be said of its figures; plain observations have no entry. */
export type Provenances = ReadonlyMap<number, Provenance>;

/** The sources whose figures are not what was measured on their day: replays and simulations. */
export async function provenances(db: Db): Promise<Provenances> {
  const rows = await db
    .withTables<SourceTables>()
    .selectFrom('record_source')
    .where('kind', 'in', ['replay', 'simulated'])
    .select(['id', 'kind', 'label'])
    .execute();
  return new Map(rows.map(({ id, kind, label }) => [id, { kind: kind as Provenance['kind'], label }]));
}

/** What must be said of a figure that is made, even partly, of these sources; each label once. */
export function provenanceOf(known: Provenances, sources: readonly number[]): Provenance[] {
  const labels = new Map<string, Provenance>();
  for (const source of sources) {
    const provenance = known.get(source);
    if (provenance) labels.set(provenance.label.zh, provenance);
  }
  return [...labels.values()];
}
