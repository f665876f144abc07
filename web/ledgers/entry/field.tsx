import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useName, useSentence } from '../../app/language.ts';
import { districtQuery, unitsQuery } from '../../app/queries.ts';
import { useUnitWord } from '../unit-words.ts';
import type { LedgerColumn, LedgerValue } from '../values.ts';
import { EntryField } from './entry-field.tsx';

type Props = {
  id: string;
  column: LedgerColumn;
  value: LedgerValue;
  disabled: boolean;
  onChange: (value: LedgerValue) => void;
};

/** The right input for a column; the server reads what is written and says what is wrong. */
export function Field({ id, column, value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const [sentence, name] = [useSentence(), useName()];
  const unitOf = useUnitWord();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const chosen = (options: { value: string; label: string }[], multiple = false) => (
    <Select
      id={id}
      allowClear
      disabled={disabled}
      mode={multiple ? 'multiple' : undefined}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={value ?? undefined}
      onChange={(next: LedgerValue | undefined) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  );
  if (column.type === 'choice' || column.type === 'choices')
    return chosen(
      (column.choices ?? []).map((choice) => ({ value: choice.id, label: sentence(choice.title) })),
      column.type === 'choices',
    );
  if (column.type === 'entry' && column.ledger)
    return <EntryField id={id} ledger={column.ledger} value={value} disabled={disabled} onChange={onChange} />;
  if (column.type === 'street') return chosen(streets.map((one) => ({ value: one.code, label: name(one) })));
  if (column.type === 'unit') return chosen(units.map((one) => ({ value: one.id, label: name(one) })));
  if (column.type === 'yes_no')
    return (
      <Select
        id={id}
        allowClear
        disabled={disabled}
        value={typeof value === 'boolean' ? String(value) : undefined}
        options={[
          { value: 'true', label: t('ledgers.yes') },
          { value: 'false', label: t('ledgers.no') },
        ]}
        onChange={(next?: string) => onChange(next === undefined ? null : next === 'true')}
        style={{ width: '100%' }}
      />
    );
  const text = value === null ? '' : String(value);
  const write = (next: string) => onChange(next === '' ? null : next);
  if (column.type === 'long_text')
    return (
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        disabled={disabled}
        value={text}
        onChange={(e) => write(e.target.value)}
      />
    );
  const kind = column.type === 'date' ? 'date' : column.type === 'month' ? 'month' : 'text';
  const numeric = column.type === 'integer' || column.type === 'decimal';
  return (
    <Input
      id={id}
      type={kind}
      inputMode={numeric ? 'decimal' : undefined}
      suffix={column.unit && unitOf(column.unit)}
      disabled={disabled}
      value={text}
      onChange={(event) => write(event.target.value)}
    />
  );
}
