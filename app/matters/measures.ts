import { loadedUnits } from '#engines/district';
import { livingTableOf, type MeasureRow } from '#engines/indicators';
import type { Matter, MatterSource } from '#engines/notices';
import { planYears } from '#engines/plan';
import { fixedClock, yearOf } from '#platform/clock';
import { indicators } from '../definitions.ts';

/** a measure is told of so many days before it is due */
const BEFORE_DUE_DAYS = 7;

/** Measures overdue, behind their pace or due within a week: for the units that lead them and for the air office. */
export function measuresThatWait(districtCode: string): MatterSource {
  return async (db, day) => {
    const year = yearOf(day);
    if (!(await planYears(db, districtCode)).includes(year)) return [];
    const clock = fixedClock(day);
    const table = await livingTableOf({ db, districtCode, clock, registry: indicators }, { year, asOf: day });
    const streetOf = new Map((await loadedUnits(db, districtCode)).map(({ id, street }) => [id, street]));
    return table.chapters
      .flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures))
      .flatMap((measure): Matter[] => {
        const urgency = urgencyOf(measure);
        if (!urgency) return [];
        const unitIds = leadsOf(measure);
        return [
          {
            id: `measure ${year} ${measure.id}`,
            about: { zh: '措施', en: 'Measure' },
            urgency,
            title: { zh: `${measure.id} ${shortened(measure.text)}`, en: measure.id },
            words: measure.why,
            href: `/plan/${year}/measures/${measure.id}`,
            to: {
              unitIds,
              streetCodes: unitIds.flatMap((id) => streetOf.get(id) ?? []),
              roles: ['air_office'],
            },
          },
        ];
      });
  };
}

function urgencyOf({ lamp, daysLeft }: MeasureRow): Matter['urgency'] | undefined {
  if (lamp === 'done') return undefined;
  if (lamp === 'overdue') return 'late';
  const due = daysLeft !== null && daysLeft >= 0 && daysLeft <= BEFORE_DUE_DAYS;
  return lamp === 'behind' || due ? 'soon' : undefined;
}

const leadsOf = ({ duties }: MeasureRow): string[] =>
  duties
    .filter(({ role }) => role === 'lead')
    .flatMap(({ unitId, members }) => members?.map((member) => member.unitId) ?? (unitId ? [unitId] : []));

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
