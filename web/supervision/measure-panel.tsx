import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/queries.ts';
import { Panel } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Act } from './act.tsx';
import { Letters } from './letters.tsx';
import { Criteria, Extension, StrikeOff } from './matters.tsx';
import { measureSupervisionQuery, partsQuery } from './queries.ts';
import { UnitName } from './unit-name.tsx';
import './supervision.css';

/** How a measure is supervised: its parts with their owners, criteria, strike-off, extensions, letters. */
export function SupervisionPanel({ year, id }: { year: string; id: string }) {
  const { t } = useTranslation();
  const may = useMay('supervision.read');
  const { data, error, refetch } = useQuery({ ...measureSupervisionQuery(year, id), enabled: may });
  const parts = useQuery(partsQuery(year, id)).data ?? [];
  if (!may) return null;
  const path = `/api/plans/${year}/measures/${encodeURIComponent(id)}`;
  const cut = parts.filter(({ part }) => part !== '');
  return (
    <Panel title={t('supervision.title')}>
      {cut.length > 0 && (
        <ul className="matters" aria-label={t('supervision.unit.part')}>
          {cut.map((part) => (
            <li key={part.part} className="matter">
              <p>{part.words}</p>
              <div className="matter-head">
                {part.units.map((unit) => (
                  <UnitName key={unit.id} unit={unit} />
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={2} />
      ) : (
        <>
          {data.criteria.length > 0 && (
            <>
              <h3>{t('supervision.criteria.title')}</h3>
              <Criteria criteria={data.criteria} />
            </>
          )}
          <ol className="matters">
            {data.strikeOffs.map((row) => (
              <StrikeOff key={row.id} row={row} office={data.office} />
            ))}
            {data.extensions.map((row) => (
              <Extension key={row.id} row={row} office={data.office} />
            ))}
          </ol>
          {data.letters.length > 0 && <Letters letters={data.letters} office={data.office} />}
          {!data.office &&
            data.asks.slice(0, 1).map((unit) => (
              <div key={unit.id} className="matter-acts">
                <Act
                  ask="must"
                  label={t('supervision.strikeOff.ask')}
                  path={`${path}/strike-offs`}
                  body={(words) => ({ unitId: unit.id, words })}
                />
                <Act
                  ask="must"
                  day=""
                  label={t('supervision.extension.ask')}
                  path={`${path}/extensions`}
                  body={(reason, until) => ({
                    unitId: unit.id,
                    part: parts.find(({ units }) => units.some((one) => one.id === unit.id))?.part ?? '',
                    until,
                    reason,
                  })}
                />
              </div>
            ))}
        </>
      )}
    </Panel>
  );
}
