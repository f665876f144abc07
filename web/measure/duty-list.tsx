import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Duty, Unit } from '#app/api';
import { useName } from '../app/language.ts';
import { unitsQuery } from '../app/queries.ts';

const ROLES = ['coordinator', 'lead', 'support'] as const;

/** Who has to do what: each unit with its role, a collective with its members; each leads to its share of the plan. */
export function DutyList({ duties, year }: { duties: readonly Duty[]; year: string }) {
  const { t } = useTranslation();
  const known = new Map((useQuery(unitsQuery).data ?? []).map((unit) => [unit.id, unit]));
  return (
    <dl className="measure-duties">
      {ROLES.map((role) => {
        const list = duties.filter((d) => d.role === role);
        if (list.length === 0 && role === 'coordinator') return null;
        return (
          <div key={role}>
            <dt>{t(`measure.role.${role}`)}</dt>
            <dd>
              {list.length === 0 && <span className="quiet">{t('measure.nobody')}</span>}
              <ul>
                {list.map((duty) => (
                  <li key={duty.name}>
                    <UnitLink id={duty.unitId} issued={duty.name} unit={known.get(duty.unitId ?? '')} year={year} />
                    {duty.members && (
                      <details>
                        <summary>{t('measure.members', { count: duty.members.length })}</summary>
                        <ul className="measure-members">
                          {duty.members.map((m) => (
                            <li key={m.unitId}>
                              <UnitLink id={m.unitId} issued={m.name} unit={known.get(m.unitId)} year={year} />
                            </li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type UnitLinkProps = { id: string | null; issued: string; unit: Unit | undefined; year: string };

function UnitLink({ id, issued, unit, year }: UnitLinkProps) {
  const name = useName();
  const spoken = unit ? name(unit) : issued;
  return (
    <>
      {unit?.streetCode ? (
        <Link to="/streets/$street" params={{ street: unit.streetCode }}>
          {issued}
        </Link>
      ) : id ? (
        <Link to="/units/$unit" params={{ unit: id }}>
          {issued}
        </Link>
      ) : (
        <Link to="/plan" search={{ year, unit: issued }}>
          {issued}
        </Link>
      )}
      {spoken !== issued && <span className="quiet"> {spoken}</span>}
    </>
  );
}
