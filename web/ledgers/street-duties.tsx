import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerView } from '#app/api';
import { useName } from '../app/language.ts';
import { districtQuery } from '../app/queries.ts';
import { useUrlValues } from '../shared/use-url-state.ts';

const DOUBTS = ['stale', 'incomplete', 'contradictory'] as const;
const SIGNS = { stale: '◷', incomplete: '◌', contradictory: '≠' } as const;

/** Which street has to look at what: one line a street, a sign for each kind of doubt; choosing one narrows the list. */
export function StreetDuties({ definition, duties }: { definition: LedgerDefinition; duties: LedgerView['duties'] }) {
  const { t } = useTranslation();
  const name = useName();
  const [{ street }, set] = useUrlValues();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  if (definition.keeper !== 'street' || duties.length === 0) return null;
  const byCode = new Map(duties.map((duty) => [duty.streetCode, duty]));
  return (
    <section className="ledger-duties" aria-label={t('ledgers.byStreet')}>
      {streets.map((one) => {
        const duty = byCode.get(one.code);
        const chosen = street === one.code;
        return (
          <button
            key={one.code}
            type="button"
            aria-pressed={chosen}
            onClick={() => set({ street: chosen ? undefined : one.code })}
          >
            <span>{name(one).replace(/街道$/, '')}</span>
            <strong>{duty?.kept ?? 0}</strong>
            {DOUBTS.map((doubt) =>
              duty?.[doubt] ? (
                <em key={doubt} title={t(`ledgers.doubts.${doubt}`)}>
                  <span aria-hidden>{SIGNS[doubt]}</span>
                  <span className="unseen">{t(`ledgers.doubts.${doubt}`)}</span>
                  {duty[doubt]}
                </em>
              ) : null,
            )}
          </button>
        );
      })}
    </section>
  );
}
