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
          <li key={`${change.version} ${change.at}`}>
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

/** The entries that this one names, and those that name it. */
export function References({ definition, entry }: { definition: LedgerDefinition; entry: LedgerEntryView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (entry.references.length === 0 && entry.referredBy.length === 0) return null;
  return (
    <section className="ledger-history">
      <h3>{t('ledgers.references')}</h3>
      <ul>
        {entry.references.map((one) => (
          <li key={`${one.ledger} ${one.id}`}>
            <span className="quiet">
              {sentence(definition.columns.find(({ id }) => id === one.column)?.title ?? { zh: '', en: '' })}
            </span>{' '}
            <Link to="/ledgers/$ledger" params={{ ledger: one.ledger }} search={{ entry: String(one.id) }}>
              {one.name}
            </Link>
          </li>
        ))}
        {entry.referredBy.map((one) => (
          <li key={`${one.ledger} ${one.column}`}>
            <span className="quiet">{t('ledgers.referredBy', { ledger: sentence(one.title), count: one.count })}</span>{' '}
            {one.newest.map((other, i) => (
              <span key={other.id}>
                {i > 0 && '、'}
                <Link to="/ledgers/$ledger" params={{ ledger: one.ledger }} search={{ entry: String(other.id) }}>
                  {other.name || `#${other.id}`}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The entries of other ledgers about the same thing. */
export function Elsewhere({ entry }: { entry: LedgerEntryView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (entry.elsewhere.length === 0 && entry.objectId === null) return null;
  return (
    <section className="ledger-history">
      <h3>
        {entry.objectId ? (
          <Link to="/objects/$id" params={{ id: String(entry.objectId) }}>
            {t('ledgers.elsewhere')}
          </Link>
        ) : (
          t('ledgers.elsewhere')
        )}
      </h3>
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
