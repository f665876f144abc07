import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Panel } from '../../shared/page.tsx';
import { ledgersQuery } from '../queries.ts';
import { type ColumnDraft, emptyColumn, TYPES } from './draft.ts';

const MARKS = ['required', 'filter', 'sort', 'complete'] as const;

/** The columns of a ledger to be declared, one card each. */
export function Columns(props: { columns: ColumnDraft[]; onChange: (columns: ColumnDraft[]) => void }) {
  const { t } = useTranslation();
  const { columns, onChange } = props;
  const set = (at: number, part: Partial<ColumnDraft>) =>
    onChange(columns.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <Panel
      title={t('ledgers.declare.columns', { count: columns.length })}
      aside={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...columns, emptyColumn(columns.length + 1)])}
        >
          {t('ledgers.declare.addColumn')}
        </Button>
      }
    >
      <ol className="ledger-declare-columns">
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column's id is being written
          <li key={at}>
            <OneColumn column={column} onChange={(part) => set(at, part)} />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('ledgers.declare.removeColumn', { column: column.zh || column.id })}
              onClick={() => onChange(columns.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function OneColumn({ column, onChange }: { column: ColumnDraft; onChange: (part: Partial<ColumnDraft>) => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const ledgers = useQuery(ledgersQuery).data ?? [];
  const numeric = column.type === 'integer' || column.type === 'decimal';
  return (
    <div className="ledger-declare-column">
      <Input
        value={column.zh}
        placeholder={t('ledgers.declare.columnZh')}
        aria-label={t('ledgers.declare.columnZh')}
        onChange={({ target }) => onChange({ zh: target.value })}
      />
      <Input
        value={column.en}
        placeholder={t('ledgers.declare.columnEn')}
        aria-label={t('ledgers.declare.columnEn')}
        onChange={({ target }) => onChange({ en: target.value })}
      />
      <Input
        value={column.id}
        placeholder={t('ledgers.declare.columnId')}
        aria-label={t('ledgers.declare.columnId')}
        onChange={({ target }) => onChange({ id: target.value })}
      />
      <Select
        value={column.type}
        aria-label={t('ledgers.declare.type')}
        options={TYPES.map((type) => ({ value: type, label: t(`ledgers.declare.types.${type}`) }))}
        onChange={(type) => onChange({ type })}
      />
      {numeric && (
        <Input
          value={column.unit}
          placeholder={t('ledgers.declare.unit')}
          aria-label={t('ledgers.declare.unit')}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
      )}
      {column.type === 'entry' && (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={column.ledger || undefined}
          placeholder={t('ledgers.declare.ledger')}
          aria-label={t('ledgers.declare.ledger')}
          options={ledgers.map(({ id, title }) => ({ value: id, label: sentence(title) }))}
          onChange={(ledger) => onChange({ ledger })}
        />
      )}
      {(column.type === 'choice' || column.type === 'choices') && (
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={column.choices}
          placeholder={t('ledgers.declare.choices')}
          aria-label={t('ledgers.declare.choices')}
          onChange={({ target }) => onChange({ choices: target.value })}
        />
      )}
      <span>
        {MARKS.map((mark) => (
          <Checkbox key={mark} checked={column[mark]} onChange={({ target }) => onChange({ [mark]: target.checked })}>
            {t(`ledgers.declare.${mark}`)}
          </Checkbox>
        ))}
      </span>
    </div>
  );
}
