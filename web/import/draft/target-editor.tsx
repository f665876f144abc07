import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '#app/api';
import { OPERATOR_KEYS } from '../../measure/target-words.ts';
import { newTarget, WITHOUT_FIGURE } from './values.ts';

const OPERATORS = Object.keys(OPERATOR_KEYS) as Target['operator'][];
const WORDS = ['unit', 'scope', 'period', 'soft', 'quote'] as const;

/** Targets as rows of small fields; the quote ties a target to its place in the wording. */
export function TargetEditor({ value, onChange }: { value: Target[]; onChange: (targets: Target[]) => void }) {
  const { t } = useTranslation();
  const change = (i: number, part: Partial<Target>) =>
    onChange(value.map((target, j) => (j === i ? { ...target, ...part } : target)));
  return (
    <div className="review-target-list">
      {value.map((target, i) => (
        <fieldset key={target.no} className="review-target">
          <legend>{t('import.target.no', { no: i + 1 })}</legend>
          <Part label={t('import.target.what')}>
            <Input
              aria-label={t('import.target.what')}
              value={target.what}
              onChange={(e) => change(i, { what: e.target.value })}
            />
          </Part>
          <Part label={t('import.target.operator')}>
            <Select
              aria-label={t('import.target.operator')}
              value={target.operator}
              popupMatchSelectWidth={false}
              options={OPERATORS.map((operator) => ({
                value: operator,
                label: t(`measure.operator.${OPERATOR_KEYS[operator]}`, { figure: '…' }),
              }))}
              onChange={(operator) =>
                change(i, { operator, ...(WITHOUT_FIGURE.includes(operator) ? { value: null } : {}) })
              }
            />
          </Part>
          {!WITHOUT_FIGURE.includes(target.operator) && (
            <Part label={t('import.target.value')}>
              <Input
                aria-label={t('import.target.value')}
                inputMode="decimal"
                value={target.value ?? ''}
                onChange={(e) => change(i, { value: e.target.value || null })}
              />
            </Part>
          )}
          {WORDS.map((name) => (
            <Part key={name} label={t(`import.target.${name}`)}>
              <Input
                aria-label={t(`import.target.${name}`)}
                value={target[name] ?? ''}
                onChange={(e) =>
                  change(i, name === 'quote' ? { quote: e.target.value, at: null } : { [name]: e.target.value || null })
                }
              />
            </Part>
          ))}
          <Button icon={<DeleteOutlined />} onClick={() => onChange(value.filter((_, j) => j !== i))}>
            {t('import.target.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => onChange([...value, newTarget(Math.max(0, ...value.map((v) => v.no)) + 1)])}
      >
        {t('import.target.add')}
      </Button>
    </div>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="review-part">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
