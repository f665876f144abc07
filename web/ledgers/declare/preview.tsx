import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Panel } from '../../shared/page.tsx';
import { ledgersQuery } from '../queries.ts';
import { useUnitWord } from '../unit-words.ts';
import { type LedgerColumn, useShown } from '../values.ts';
import type { Draft } from './draft.ts';
import { said } from './said.ts';

/** What the ledger will ask and check, in words, before it is declared. */
export function Preview({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const [sentence, unit, shown] = [useSentence(), useUnitWord(), useShown()];
  const ledgers = useQuery(ledgersQuery).data ?? [];
  const { about, columns, checks } = said(draft, {
    t,
    sentence: (one) => sentence(one) || one.zh || one.en,
    unit,
    ledger: (id) => sentence(ledgers.find((one) => one.id === id)?.title) || id,
    value: (column, value) => shown(column as LedgerColumn, value),
  });
  return (
    <Panel title={t('ledgers.declare.preview.title')}>
      <div className="ledger-declare-preview">
        <p>{about.join(t('ledgers.declare.preview.space'))}</p>
        <ol>
          {columns.map(({ title, asks, help }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same while they are written
            <li key={i}>
              <strong>{title}</strong>
              {t('ledgers.declare.preview.colon')}
              {asks}
              {help && <span className="quiet"> {help}</span>}
            </li>
          ))}
        </ol>
        {checks.length > 0 && (
          <ul>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
