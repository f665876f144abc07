import { ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Input, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasureBindings } from '#app/api';

export type Bound = MeasureBindings['indicators'][number];
type Operator = NonNullable<Bound['target']>['operator'];

const OPERATORS: readonly Operator[] = ['>=', '<=', '=', 'about', 'increase', 'decrease', 'assigned'];
const COMPARED: ReadonlySet<Operator> = new Set(['>=', '<=', '=', '>', '<', 'about']);

type Props = {
  row: Bound;
  title: string;
  unit: string;
  leads: boolean;
  onUp: (() => void) | undefined;
  onChange: (row: Bound) => void;
  onRemove: () => void;
};

/** One indicator of a measure: its place, what is asked of it and how it has to get there. */
export function BoundRow({ row, title, unit, leads, onUp, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const operators = row.target && !OPERATORS.includes(row.target.operator) ? [row.target.operator] : [];
  const ask = (operator: Operator | '') =>
    onChange({
      ...row,
      target:
        operator === ''
          ? null
          : { operator, value: COMPARED.has(operator) ? (row.target?.value ?? null) : null, unit: unit || null },
    });
  return (
    <li>
      <div className="measure-bind-head">
        <strong>{title}</strong>
        {leads && <Tag>{t('measure.bind.leads')}</Tag>}
        <span className="measure-bind-acts">
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined />}
            disabled={!onUp}
            onClick={onUp}
            aria-label={t('measure.bind.up', { indicator: title })}
          />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            onClick={onRemove}
            aria-label={t('measure.bind.remove', { indicator: title })}
          />
        </span>
      </div>
      <div className="measure-bind-asked">
        <Select
          aria-label={t('measure.bind.asked', { indicator: title })}
          value={row.target?.operator ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '' as const, label: t('measure.bind.operators.words') },
            ...[...OPERATORS, ...operators].map((value) => ({ value, label: t(`measure.bind.operators.${value}`) })),
          ]}
          onChange={ask}
        />
        {row.target && COMPARED.has(row.target.operator) && (
          <Input
            aria-label={t('measure.bind.value', { indicator: title })}
            inputMode="decimal"
            className="measure-bind-value"
            value={row.target.value ?? ''}
            suffix={row.target.unit ?? unit}
            onChange={(event) =>
              onChange({ ...row, target: { ...row.target!, value: event.target.value.trim() || null } })
            }
          />
        )}
        <Select
          aria-label={t('measure.bind.pace', { indicator: title })}
          value={row.pace?.kind ?? ''}
          popupMatchSelectWidth={false}
          disabled={row.pace?.months != null}
          options={(['', 'line', 'level'] as const).map((value) => ({
            value,
            label: t(`measure.bind.paces.${row.pace?.months ? 'months' : value || 'usual'}`),
          }))}
          onChange={(kind: '' | 'line' | 'level') =>
            onChange({ ...row, pace: kind === '' ? null : { kind, months: null } })
          }
        />
      </div>
    </li>
  );
}
