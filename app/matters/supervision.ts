import { loadedUnits } from '#engines/district';
import type { Matter, MatterSource } from '#engines/notices';
import { mattersFor, type SupervisionDeps } from '#engines/supervision';
import { fixedClock } from '#platform/clock';
import { indicators, ledgers } from '../definitions.ts';

const ABOUT = { zh: '督办', en: 'Supervision' };
type Said = Awaited<ReturnType<typeof mattersFor>>[number];

/** Reminders, overdue things, letters, returned reports and decisions; a unit's months' reports are one matter together. */
export function supervisionMatters(districtCode: string): MatterSource {
  return async (db, day) => {
    const deps: SupervisionDeps = {
      db,
      districtCode,
      clock: fixedClock(day),
      registry: indicators,
      books: ledgers,
      components: [],
    };
    const streetOf = new Map((await loadedUnits(db, districtCode)).map(({ id, street }) => [id, street]));
    const to = (unitId: string) => {
      const street = streetOf.get(unitId);
      return { unitIds: [unitId], streetCodes: street ? [street] : [] };
    };
    const groups = new Map<string, Said[]>();
    for (const matter of await mattersFor(deps, day)) {
      // measures have a source of their own
      if (matter.key.startsWith('measure ')) continue;
      const report = matter.key.startsWith('report ') && matter.kind !== 'returned';
      const key = report ? `reports ${matter.kind} ${matter.unitId}` : `${matter.key} ${matter.unitId}`;
      groups.set(key, [...(groups.get(key) ?? []), matter]);
    }
    return [...groups].map(([key, list]): Matter => {
      const [first] = list as [Said];
      const late = first.kind === 'overdue';
      const one = { id: `supervision ${key}`, about: ABOUT, to: to(first.unitId), href: first.href };
      if (!key.startsWith('reports '))
        return { ...one, urgency: late ? 'late' : first.kind === 'decision' ? 'info' : 'soon', title: first.words };
      return {
        ...one,
        urgency: late ? 'late' : 'soon',
        href: '/supervision',
        title: late
          ? { zh: `${list.length}份月报已逾期`, en: `${list.length} monthly reports are overdue` }
          : { zh: `${list.length}份月报即将到期`, en: `${list.length} monthly reports are due soon` },
        words: first.words,
      };
    });
  };
}
