import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { ledgersQuery } from '../queries.ts';
import { withType } from './changes.ts';
import { Choices } from './choices.tsx';
import { type Column, having, isChosen, isNumber, isWords, TYPES } from './draft.ts';
import { Faults } from './faults.tsx';
import { IdField, Limit, Spoken, Words } from './fields.tsx';

type Props = {
  at: string;
  column: Column;
  complete: boolean;
  onChange: (column: Column) => void;
  onId: (id: string) => void;
  onComplete: (needed: boolean) => void;
};
const MARKS = ['required', 'filter', 'sort'] as const;

/** One column of a ledger to be declared. */
export function OneColumn({ at, column, complete, onChange, onId, onComplete }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<Column>) => onChange(having(column, part));
  // decided once: it must not close on whoever empties a field
  const [told] = useState(column.help !== undefined || column.aliases !== undefined);
  return (
    <div className="ledger-declare-row">
      <div className="ledger-declare-column">
        <Spoken
          value={column.title}
          zh={t('ledgers.declare.columnZh')}
          en={t('ledgers.declare.columnEn')}
          onChange={(title) => set({ title })}
        />
        <IdField value={column.id} label={t('ledgers.declare.columnId')} onChange={onId} />
        <Select
          value={column.type}
          aria-label={t('ledgers.declare.type')}
          options={TYPES.map((type) => ({ value: type, label: t(`ledgers.declare.types.${type}`) }))}
          onChange={(type) => onChange(withType(column, type))}
        />
        {column.type === 'entry' && <Referred column={column} onChange={set} />}
        <Limits column={column} onChange={set} />
      </div>
      {isChosen(column) && (
        <Choices at={at} choices={column.choices ?? []} onChange={(choices) => onChange({ ...column, choices })} />
      )}
      <span className="ledger-declare-marks">
        {MARKS.map((mark) => (
          <Checkbox
            key={mark}
            checked={column[mark] ?? false}
            onChange={({ target }) => set({ [mark]: target.checked })}
          >
            {t(`ledgers.declare.${mark}`)}
          </Checkbox>
        ))}
        <Checkbox checked={complete} onChange={({ target }) => onComplete(target.checked)}>
          {t('ledgers.declare.complete')}
        </Checkbox>
        {column.derived && (
          <Checkbox checked onChange={() => set({ derived: false })}>
            {t('ledgers.declare.derived')}
          </Checkbox>
        )}
      </span>
      <details open={told}>
        <summary>{t('ledgers.declare.more')}</summary>
        <div className="ledger-declare-column">
          <Spoken
            value={column.help ?? { zh: '', en: '' }}
            zh={t('ledgers.declare.helpZh')}
            en={t('ledgers.declare.helpEn')}
            onChange={(help) => set({ help: help.zh === '' && help.en === '' ? undefined : help })}
          />
          <Words
            value={column.aliases}
            label={t('ledgers.declare.columnAliases')}
            onChange={(aliases) => set({ aliases })}
          />
        </div>
      </details>
      <Faults at={at} />
    </div>
  );
}

type PartProps = { column: Column; onChange: (part: Partial<Column>) => void };

/** What a number or a text of the column keeps to. */
function Limits({ column, onChange }: PartProps) {
  const { t } = useTranslation();
  if (isNumber(column))
    return (
      <>
        <Input
          value={column.unit ?? ''}
          prefix={<span className="quiet">{t('ledgers.declare.unit')}</span>}
          aria-label={t('ledgers.declare.unit')}
          maxLength={20}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
        <Limit value={column.least} label={t('ledgers.declare.least')} onChange={(least) => onChange({ least })} />
        <Limit value={column.most} label={t('ledgers.declare.most')} onChange={(most) => onChange({ most })} />
        {column.type === 'decimal' && (
          <Limit
            value={column.decimals}
            label={t('ledgers.declare.decimals')}
            whole={{ least: 0, most: 6 }}
            onChange={(decimals) => onChange({ decimals })}
          />
        )}
      </>
    );
  if (!isWords(column)) return null;
  return (
    <Limit
      value={column.longest}
      label={t('ledgers.declare.longest')}
      whole={{ least: 1, most: 5000 }}
      onChange={(longest) => onChange({ longest })}
    />
  );
}

/** The ledger whose entries the column names. */
function Referred({ column, onChange }: PartProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const ledgers = useQuery(ledgersQuery).data ?? [];
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      value={column.ledger || undefined}
      placeholder={t('ledgers.declare.ledger')}
      aria-label={t('ledgers.declare.ledger')}
      options={ledgers.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
      onChange={(ledger) => onChange({ ledger })}
    />
  );
}
