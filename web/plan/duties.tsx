import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Duty } from '#app/api';
import { findWords, markText } from '../measure/marks.ts';
import '../measure/measure.css';

type Props = {
  duties: readonly Duty[];
  side: 'lead' | 'support';
  words?: readonly string[];
  onUnit: (unit: string) => void;
};

/** The units of one cell, one a line as issued; a collective tells its members. */
export function Duties({ duties, side, words = [], onUnit }: Props) {
  const { t } = useTranslation();
  const shown = duties.filter((d) => (side === 'lead' ? d.role !== 'support' : d.role === 'support'));
  if (shown.length === 0) return <span className="quiet">——</span>;
  return (
    <ul className="plan-duties">
      {shown.map((duty) => {
        const button = (
          <button
            type="button"
            className="measure-unit"
            onClick={() => onUnit(duty.unitId ?? duty.name)}
            title={duty.members ? undefined : t('plan.filterByUnit', { unit: duty.name })}
          >
            {markText(duty.name, findWords(duty.name, words)).map((piece) =>
              piece.marks.length ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
            )}
          </button>
        );
        return (
          <li key={`${duty.role}-${duty.name}`}>
            {duty.role === 'coordinator' && <span className="quiet">{t('plan.coordinator')} </span>}
            {duty.members ? (
              <Tooltip
                title={t('plan.members', {
                  count: duty.members.length,
                  names: duty.members.map((m) => m.name).join(t('shared.listComma')),
                })}
              >
                {button}
              </Tooltip>
            ) : (
              button
            )}
          </li>
        );
      })}
    </ul>
  );
}
