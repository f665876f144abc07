import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureDetail } from '#app/api';
import { useSentence } from '../app/language.ts';
import { unitsQuery } from '../app/queries.ts';
import { PaceBar } from '../shared/pace-bar.tsx';
import { Panel } from '../shared/page.tsx';
import { MeasureText } from './measure-text.tsx';
import { useTargetWords } from './target-words.ts';

/** The wording as issued with targets and units marked, why the lamp is as it is, and the targets in a list. */
export function Wording({ detail, year }: { detail: MeasureDetail; year: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const say = useTargetWords();
  const navigate = useNavigate();
  const { measure } = detail;
  const units = useNamesInText(detail);
  return (
    <Panel>
      <p className="measure-wording">
        <MeasureText
          text={measure.text}
          targets={measure.targets}
          units={units}
          onUnit={({ id }) => void navigate({ to: '/plan', search: { year, unit: id } })}
        />
      </p>
      <div className="measure-state">
        <p>{sentence(measure.why)}</p>
        <PaceBar pace={measure.pace} lamp={measure.lamp} />
      </div>
      {measure.targets.length > 0 && (
        <>
          <h3 className="measure-targets-title">{t('measure.asked')}</h3>
          <ul className="measure-targets">
            {measure.targets.map((target) => (
              <li key={target.no}>
                {say(target)} <span className="quiet">{t('measure.target.quote', { quote: target.quote })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** Names by which the units of the district may stand in this wording: issued names, full names, aliases without scope. */
function useNamesInText({ measure }: MeasureDetail): { id: string; name: string }[] {
  const directory = useQuery(unitsQuery).data;
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const unit of directory ?? []) {
      names.set(unit.nameZh, unit.id);
      for (const { alias, scope } of unit.aliases) if (!scope) names.set(alias, unit.id);
    }
    for (const duty of measure.duties) names.set(duty.name, duty.unitId ?? duty.name);
    return [...names].map(([name, id]) => ({ id, name }));
  }, [directory, measure]);
}
