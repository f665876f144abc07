import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SupervisionInbox, UnitPage } from '#app/api';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { EmptyState } from '../shared/states.tsx';
import { UnitName } from './unit-name.tsx';

type Line = UnitPage['owed'][number] & { unit?: SupervisionInbox['owed'][number]['unit'] };
const SHOWN = 200;

/** What is owed, by day, what is overdue first; each line leads to where it is done. */
export function OwedList(props: { lines: readonly Line[]; today: string; none?: 'none' | 'noneOverdue' }) {
  const { lines, today, none = 'none' } = props;
  const { t } = useTranslation();
  const sentence = useSentence();
  const { date } = useFormat();
  if (lines.length === 0) return <EmptyState compact title={t(`supervision.owed.${none}`)} />;
  return (
    <>
      <ol className="owed">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.key} ${line.unitId}`}>
            <span className={line.due && line.due < today ? 'owed-day late' : 'owed-day'}>
              {line.due ? date(line.due) : t('supervision.owed.standing')}
              {line.due && line.due < today && <em>{t('supervision.owed.late')}</em>}
            </span>
            <Link to={line.href as '/'}>{sentence(line.words)}</Link>
            {line.unit && <UnitName unit={line.unit} />}
            <span className="quiet">{t(`supervision.owed.kinds.${line.kind}`)}</span>
          </li>
        ))}
      </ol>
      {lines.length > SHOWN && <p className="quiet">{t('supervision.owed.more', { count: lines.length - SHOWN })}</p>}
    </>
  );
}
