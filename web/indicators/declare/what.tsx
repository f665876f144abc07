import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.tsx';
import { type Draft, isPercent } from './draft.ts';

type Props = { draft: Draft; known: boolean; onChange: (part: Partial<Draft>) => void };

/** What the figure is called, its unit, whose it is, which way is better. */
export function What({ draft, known, onChange }: Props) {
  const { t } = useTranslation();
  const field = (key: 'zh' | 'en' | 'id' | 'unit' | 'words', disabled = false) => (
    <div className="ledger-field">
      <label htmlFor={`indicator-${key}`}>{t(`indicators.declare.${key}`)}</label>
      <Input
        id={`indicator-${key}`}
        value={draft[key]}
        disabled={disabled}
        maxLength={200}
        onChange={({ target }) => onChange({ [key]: target.value })}
      />
    </div>
  );
  return (
    <Panel title={t('indicators.declare.what')}>
      <div className="ledger-declare-grid">
        {field('zh')}
        {field('en')}
        {field('id', known)}
        {!isPercent(draft.way) && field('unit')}
        <div className="ledger-field">
          <label htmlFor="indicator-better">{t('indicators.declare.better')}</label>
          <Select
            id="indicator-better"
            value={draft.better}
            options={(['higher', 'lower'] as const).map((value) => ({
              value,
              label: t(`indicators.declare.${value}`),
            }))}
            onChange={(better) => onChange({ better })}
          />
        </div>
        <div className="ledger-field">
          <label htmlFor="indicator-decimals">{t('indicators.declare.decimals')}</label>
          <InputNumber
            id="indicator-decimals"
            min={0}
            max={4}
            precision={0}
            value={draft.decimals}
            onChange={(decimals) => onChange({ decimals: decimals ?? 0 })}
          />
        </div>
        {field('words')}
        <div className="ledger-field">
          <span>{t('indicators.declare.scopes')}</span>
          <Checkbox.Group
            value={draft.scopes}
            options={(['district', 'street', 'unit'] as const).map((value) => ({
              value,
              label: t(`indicators.declare.scope.${value}`),
              disabled: value === 'district',
            }))}
            onChange={(scopes) => onChange({ scopes: scopes as Draft['scopes'] })}
          />
        </div>
      </div>
    </Panel>
  );
}
