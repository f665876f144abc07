import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerEntryView } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { type LedgerValue, useShown } from '../values.ts';

/** Every change of an entry, newest first, column by column. */
export function History({ definition, entry }: { definition: LedgerDefinition; entry: LedgerEntryView }) {
  const { t } = useTranslation();
  const [sentence, shown, format] = [useSentence(), useShown(), useFormat()];
  return (
    <section className="ledger-history">
      <h3>{t('ledgers.history')}</h3>
      <ol>
        {entry.changes.map((change) => (
          <li key={change.version}>
            <p>
              <strong>{t(`ledgers.kinds.${change.kind}`)}</strong> {change.by} · {format.time(change.at)}
              {change.reason && <span className="quiet"> · {change.reason}</span>}
            </p>
            {change.kind === 'changed' && (
              <dl>
                {Object.entries(change.fields).map(([id, [before, after]]) => {
                  const column = definition.columns.find((one) => one.id === id);
                  const say = (value: unknown) =>
                    column ? shown(column, value as LedgerValue) : value === null ? '—' : '✓';
                  return (
                    <div key={id}>
                      <dt>{column ? sentence(column.title) : t('ledgers.place')}</dt>
                      <dd>
                        <del>{say(before)}</del> → <ins>{say(after)}</ins>
                      </dd>
                    </div>
                  );
                })}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The entries of other ledgers about the same thing. */
export function Elsewhere({ entry }: { entry: LedgerEntryView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (entry.elsewhere.length === 0) return null;
  return (
    <section className="ledger-history">
      <h3>{t('ledgers.elsewhere')}</h3>
      <ul>
        {entry.elsewhere.map((other) => (
          <li key={`${other.ledger} ${other.id}`}>
            <Link to="/ledgers/$ledger" params={{ ledger: other.ledger }} search={{ entry: String(other.id) }}>
              {sentence(other.title)}：{other.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
