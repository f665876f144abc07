import { Alert, Button, Select, Space, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerFileLook } from '#app/api';
import { useSentence } from '../../app/language.ts';
import '../../shared/data-table.css';

/** heading → column id, 'place', or '' to leave it out */
export type Chosen = Readonly<Record<string, string>>;
export type Where = { sheet?: string; headerRow?: number };

type Props = {
  definition: LedgerDefinition;
  look: LedgerFileLook;
  chosen: Chosen;
  busy: boolean;
  onChange: (chosen: Chosen) => void;
  /** another sheet or heading row: the file is looked at anew */
  onWhere: (where: Where) => void;
  onTry: () => void;
};

export const chosenOf = ({ headings }: LedgerFileLook): Chosen =>
  Object.fromEntries(headings.map(({ heading, column }) => [heading, column ?? '']));

/** Required columns that no heading is of. */
export function absentOf({ columns, place, placeRequired }: LedgerDefinition, chosen: Chosen): string[] {
  const used = new Set(Object.values(chosen));
  const needed = columns.flatMap(({ id, required, derived }) => (required && !derived ? [id] : []));
  if (place !== 'none' && placeRequired) needed.push('place');
  return needed.filter((id) => !used.has(id));
}

/** Which column of the ledger each heading of a file is: by name, guessed, or as the person says. */
export function Mapping({ definition, look, chosen, busy, onChange, onWhere, onTry }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const titles = new Map<string, string>(
    definition.columns.map((column) => [column.id, `${sentence(column.title)}${column.required ? ' *' : ''}`]),
  );
  if (definition.place !== 'none') titles.set('place', t('ledgers.mapping.place'));
  const absent = absentOf(definition, chosen);
  const usedElsewhere = (heading: string, id: string) =>
    Object.entries(chosen).some(([other, column]) => other !== heading && column === id);
  return (
    <section className="ledger-mapping" aria-label={t('ledgers.mapping.title')}>
      <Space wrap>
        {look.sheets.length > 1 && (
          <span>
            {t('ledgers.mapping.sheet')}{' '}
            <Select
              aria-label={t('ledgers.mapping.sheet')}
              value={look.sheet ?? undefined}
              disabled={busy}
              options={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => onWhere({ sheet })}
            />
          </span>
        )}
        <span>
          {t('ledgers.mapping.header')}{' '}
          <Select
            className="ledger-mapping-header"
            aria-label={t('ledgers.mapping.header')}
            value={look.headerRow}
            disabled={busy}
            popupMatchSelectWidth={false}
            options={look.heads.map(({ row, text }) => ({
              value: row,
              label: t('ledgers.mapping.headerRow', { row, text }),
            }))}
            onChange={(headerRow) => onWhere({ sheet: look.sheet ?? undefined, headerRow })}
          />
        </span>
      </Space>
      <p className="quiet">{t('ledgers.mapping.help')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="ledger-mapping-columns" tabIndex={0} aria-label={t('ledgers.mapping.title')}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('ledgers.mapping.heading')}</th>
              <th scope="col">{t('ledgers.mapping.column')}</th>
              <th scope="col">{t('ledgers.mapping.samples')}</th>
            </tr>
          </thead>
          <tbody>
            {look.headings.map(({ heading, column, guessed, samples }) => (
              <tr key={heading}>
                <th scope="row">{heading}</th>
                <td data-label={t('ledgers.mapping.column')}>
                  <Space wrap size={4}>
                    <Select
                      className="ledger-mapping-choice"
                      aria-label={heading}
                      showSearch={{ optionFilterProp: 'label' }}
                      disabled={busy}
                      value={chosen[heading] ?? ''}
                      options={[
                        { value: '', label: t('ledgers.mapping.leave') },
                        ...[...titles].map(([value, label]) => ({
                          value,
                          label,
                          disabled: usedElsewhere(heading, value),
                        })),
                      ]}
                      onChange={(id) => onChange({ ...chosen, [heading]: id })}
                    />
                    {guessed && chosen[heading] === column && <Tag>{t('ledgers.mapping.guessed')}</Tag>}
                  </Space>
                </td>
                <td data-label={t('ledgers.mapping.samples')} className="quiet">
                  {samples.join(' · ') || '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {absent.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('ledgers.mapping.absent', {
            columns: absent.map((id) => titles.get(id)?.replace(' *', '') ?? id).join(t('shared.listComma')),
          })}
        />
      )}
      <Button type="primary" disabled={absent.length > 0} loading={busy} onClick={onTry}>
        {t('ledgers.mapping.try')}
      </Button>
    </section>
  );
}
