import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../app/language.ts';
import { Field } from './entry/field.tsx';
import type { LedgerColumn, LedgerValue } from './values.ts';

type Is = 'empty' | 'given' | 'equal' | 'not_equal' | 'less' | 'more' | 'before' | 'after' | 'one_of';
/** One part of a condition: all parts hold. */
export type Part = {
  column: string;
  is: Is;
  than?: string | number | boolean | { column: string };
  of?: string[];
};
type Props = { columns: readonly LedgerColumn[]; parts: readonly Part[]; onChange: (parts: Part[]) => void };

const DATES = new Set(['date', 'month']);
const NUMBERS = new Set(['integer', 'decimal']);

/** What can be asked of a column. */
const asked = ({ type }: LedgerColumn): Is[] => {
  if (DATES.has(type)) return ['given', 'empty', 'before', 'after'];
  if (NUMBERS.has(type)) return ['less', 'more', 'equal', 'given', 'empty'];
  if (type === 'choice') return ['equal', 'not_equal', 'one_of', 'given', 'empty'];
  if (type === 'choices') return ['given', 'empty'];
  return ['equal', 'not_equal', 'given', 'empty'];
};

/** A condition on an entry as rows of column, comparison and value, for people who do not program. */
export function Conditions({ columns, parts, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const set = (at: number, part: Part) => onChange(parts.map((one, i) => (i === at ? part : one)));
  return (
    <div className="ledger-conditions">
      {parts.map((part, at) => {
        const column = columns.find(({ id }) => id === part.column);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same column may be asked twice
          <div key={at} className="ledger-condition">
            <Select
              aria-label={t('ledgers.conditions.column')}
              showSearch={{ optionFilterProp: 'label' }}
              value={part.column || undefined}
              options={columns.map(({ id, title }) => ({ value: id, label: sentence(title) || id }))}
              onChange={(id) => {
                const next = columns.find((one) => one.id === id)!;
                set(at, { column: id, is: asked(next)[0]! });
              }}
            />
            <Select
              aria-label={t('ledgers.conditions.is')}
              value={part.is}
              options={(column ? asked(column) : []).map((is) => ({
                value: is,
                label: t(`ledgers.conditions.of.${is}`),
              }))}
              onChange={(is: Is) => set(at, { column: part.column, is })}
            />
            {column && part.is !== 'empty' && part.is !== 'given' && (
              <Than
                id={`condition-${at}`}
                column={column}
                columns={columns}
                part={part}
                onChange={(next) => set(at, next)}
              />
            )}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('ledgers.conditions.remove')}
              onClick={() => onChange(parts.filter((_, i) => i !== at))}
            />
          </div>
        );
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={columns.length === 0}
        onClick={() => onChange([...parts, { column: columns[0]!.id, is: asked(columns[0]!)[0]! }])}
      >
        {t('ledgers.conditions.add')}
      </Button>
    </div>
  );
}

type ThanProps = {
  id: string;
  column: LedgerColumn;
  columns: readonly LedgerColumn[];
  part: Part;
  onChange: (part: Part) => void;
};

/** What a column is compared with: a value of its own type, several of its choices, or another date of the entry. */
function Than({ id, column, columns, part, onChange }: ThanProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (part.is === 'one_of')
    return (
      <Field
        id={id}
        column={{ ...column, type: 'choices' }}
        disabled={false}
        value={part.of ?? []}
        onChange={(value) => onChange({ ...part, of: Array.isArray(value) ? value.map(String) : [] })}
      />
    );
  const other = typeof part.than === 'object' ? part.than.column : '';
  const others = DATES.has(column.type)
    ? columns.filter((one) => one.type === column.type && one.id !== column.id)
    : [];
  const given: LedgerValue = typeof part.than === 'object' ? null : (part.than ?? null);
  return (
    <>
      {others.length > 0 && (
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
      {other === '' && (
        <Field
          id={id}
          column={column}
          disabled={false}
          value={given}
          onChange={(value) => onChange({ ...part, than: thanOf(column, value) })}
        />
      )}
    </>
  );
}

function thanOf({ type }: LedgerColumn, value: LedgerValue): Part['than'] {
  if (value === null || Array.isArray(value)) return undefined;
  return NUMBERS.has(type) && value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

/** Whether every part says all that it needs. */
export const partsAreWhole = (parts: readonly Part[]): boolean =>
  parts.every(({ column, is, than, of }) => {
    if (column === '') return false;
    if (is === 'empty' || is === 'given') return true;
    return is === 'one_of' ? (of ?? []).length > 0 : than !== undefined && than !== '';
  });
