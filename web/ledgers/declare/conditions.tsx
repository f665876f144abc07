import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Field } from '../entry/field.tsx';
import type { Column, Part } from './draft.ts';
import { Faults } from './faults.tsx';
import { Words } from './fields.tsx';
import { asked, comparable, sameGroup, takesValue, withAsked } from './parts.ts';

type Props = { at: string; columns: readonly Column[]; parts: readonly Part[]; onChange: (parts: Part[]) => void };

/** What has to hold together for a rule to speak: column, comparison, and a value or another column. */
export function RuleConditions({ at, columns, parts, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const set = (row: number, part: Part) => onChange(parts.map((one, i) => (i === row ? part : one)));
  const named = columns.map(({ id, title }) => ({ value: id, label: sentence(title) || id }));
  return (
    <div className="ledger-conditions">
      {parts.map((part, row) => {
        const column = columns.find(({ id }) => id === part.column);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same column may be asked twice
          <div key={row}>
            <div className="ledger-condition ledger-declare-condition">
              <Select
                aria-label={t('ledgers.conditions.column')}
                showSearch={{ optionFilterProp: 'label' }}
                value={part.column || undefined}
                options={named}
                onChange={(id) => {
                  const next = columns.find((one) => one.id === id)!;
                  const kept = column !== undefined && column.type === next.type && !next.choices;
                  set(row, kept ? { ...part, column: id } : { column: id, is: asked(next)[0]! });
                }}
              />
              <Select
                aria-label={t('ledgers.conditions.is')}
                value={part.is}
                options={asked(column, part.is).map((is) => ({ value: is, label: t(`ledgers.conditions.of.${is}`) }))}
                onChange={(is) => set(row, withAsked(part, is))}
              />
              {column && takesValue(part.is) && (
                <Than
                  id={`${at}-${row}`}
                  column={column}
                  columns={columns}
                  part={part}
                  onChange={(next) => set(row, next)}
                />
              )}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('ledgers.conditions.remove')}
                onClick={() => onChange(parts.filter((_, i) => i !== row))}
              />
            </div>
            <Faults at={`${at}.when.${row}`} />
          </div>
        );
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={columns.length === 0}
        onClick={() => onChange([...parts, { column: columns[0]!.id, is: asked(columns[0])[0]! }])}
      >
        {t('ledgers.conditions.add')}
      </Button>
    </div>
  );
}

type ThanProps = {
  id: string;
  column: Column;
  columns: readonly Column[];
  part: Part;
  onChange: (part: Part) => void;
};

/** What a column is compared with: another column, several values, or one value of its own type. */
function Than({ id, column, columns, part, onChange }: ThanProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (part.is === 'one_of' && !column.choices)
    return <Words value={part.of} label={t('ledgers.declare.oneOf')} onChange={(of) => onChange({ ...part, of })} />;
  if (part.is === 'one_of')
    return (
      <Value
        id={id}
        column={{ ...column, type: 'choices' }}
        value={[...(part.of ?? [])]}
        onChange={(value) => onChange({ ...part, of: Array.isArray(value) ? value.map(String) : [] })}
      />
    );
  const other = typeof part.than === 'object' ? part.than.column : '';
  const others = columns.filter((one) => one.id !== column.id && (one.id === other || sameGroup(one, column)));
  return (
    <>
      {comparable(column) && others.length > 0 && (
        <Select
          aria-label={t('ledgers.conditions.than')}
          value={other}
          options={[
            { value: '', label: t('ledgers.conditions.day') },
            ...others.map((one) => ({ value: one.id, label: sentence(one.title) || one.id })),
          ]}
          onChange={(next) => onChange({ ...part, than: next === '' ? undefined : { column: next } })}
        />
      )}
      {other === '' && <OneValue id={id} column={column} part={part} onChange={onChange} />}
    </>
  );
}

function OneValue({ id, column, part, onChange }: Omit<ThanProps, 'columns'>) {
  const { t } = useTranslation();
  const than = typeof part.than === 'object' ? undefined : part.than;
  if (column.type === 'integer' || column.type === 'decimal')
    return (
      <InputNumber
        value={than === undefined ? null : Number(than)}
        aria-label={t('ledgers.conditions.than')}
        style={{ width: '100%' }}
        onChange={(value) => onChange({ ...part, than: value ?? undefined })}
      />
    );
  return (
    <Value
      id={id}
      column={column}
      value={than ?? null}
      onChange={(value) => onChange({ ...part, than: value === null || Array.isArray(value) ? undefined : value })}
    />
  );
}

/** The field of an entry's own form, named for whoever cannot see what stands before it. */
function Value(props: Omit<Parameters<typeof Field>[0], 'disabled'>) {
  const { t } = useTranslation();
  return (
    <div>
      <label htmlFor={props.id} className="unseen">
        {t('ledgers.conditions.than')}
      </label>
      <Field {...props} disabled={false} />
    </div>
  );
}
