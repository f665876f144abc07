import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.tsx';
import { raised, withColumnId, withComplete, withoutColumn } from './changes.ts';
import { OneColumn } from './column.tsx';
import { type Column, type Draft, emptyColumn } from './draft.ts';

/** The columns of a ledger to be declared, one card each. */
export function Columns({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation();
  const { columns, complete = [] } = draft;
  const set = (next: readonly Column[]) => onChange({ ...draft, columns: next });
  return (
    <Panel
      title={t('ledgers.declare.columns', { count: columns.length })}
      aside={
        <Button size="small" icon={<PlusOutlined />} onClick={() => set([...columns, emptyColumn(columns)])}>
          {t('ledgers.declare.addColumn')}
        </Button>
      }
    >
      <ol className="ledger-declare-columns">
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column's id is being written
          <li key={at}>
            <OneColumn
              at={`columns.${at}`}
              column={column}
              complete={complete.includes(column.id)}
              onChange={(next) => set(columns.map((one, i) => (i === at ? next : one)))}
              onId={(id) => onChange(withColumnId(draft, at, id))}
              onComplete={(needed) => onChange(withComplete(draft, column.id, needed))}
            />
            <span className="ledger-declare-acts">
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={t('ledgers.declare.raise', { row: column.title.zh || column.id })}
                onClick={() => set(raised(columns, at))}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('ledgers.declare.removeColumn', { column: column.title.zh || column.id })}
                onClick={() => onChange(withoutColumn(draft, at))}
              />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
