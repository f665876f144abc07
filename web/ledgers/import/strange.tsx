import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerImport } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { Field } from '../entry/field.tsx';

/** column id → word of the file → what it means there */
export type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Props = {
  definition: LedgerDefinition;
  words: LedgerImport['strange'];
  meanings: Meanings;
  onRetry: (meanings: Meanings) => void;
};

/** Words of a file that a list of choices does not have: what each means, by a person, for all its rows at once. */
export function Strange({ definition, words, meanings, onRetry }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [said, setSaid] = useState<Meanings>({});
  const all = (): Meanings => {
    const columns = new Set([...Object.keys(meanings), ...Object.keys(said)]);
    return Object.fromEntries([...columns].map((id) => [id, { ...meanings[id], ...said[id] }]));
  };
  const count = Object.values(said).reduce((sum, of) => sum + Object.keys(of).length, 0);
  const rows = words.flatMap((word) => {
    const column = definition.columns.find(({ id }) => id === word.column);
    return column ? [{ ...word, of: column }] : [];
  });
  return (
    <section className="ledger-mapping" aria-label={t('ledgers.strange.title')}>
      <strong>{t('ledgers.strange.title')}</strong>
      <p className="quiet">{t('ledgers.strange.help')}</p>
      <div className="ledger-mapping-columns">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('ledgers.column')}</th>
              <th scope="col">{t('ledgers.value')}</th>
              <th scope="col">{t('ledgers.strange.means')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ column, value, rows: count, of }) => {
              const id = `strange-${column}-${value}`;
              return (
                <tr key={id}>
                  <th scope="row">{sentence(of.title)}</th>
                  <td data-label={t('ledgers.value')}>
                    <label htmlFor={id}>
                      {value} <span className="quiet">{t('ledgers.strange.rows', { count })}</span>
                    </label>
                  </td>
                  <td className="ledger-mapping-choice">
                    <Field
                      id={id}
                      column={of}
                      disabled={false}
                      value={said[column]?.[value] === undefined ? null : givenOf(of.type, said[column][value])}
                      onChange={(next) => {
                        const { [value]: _, ...rest } = said[column] ?? {};
                        setSaid({ ...said, [column]: next === null ? rest : { ...rest, [value]: String(next) } });
                      }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Button disabled={count === 0} onClick={() => onRetry(all())}>
        {t('ledgers.strange.retry')}
      </Button>
    </section>
  );
}

const givenOf = (type: string, text: string) => (type === 'yes_no' ? text === 'true' : text);
