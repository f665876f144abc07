import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.tsx';
import { Conditions } from '../conditions.tsx';
import type { LedgerColumn } from '../values.ts';
import { columnsOf, type Draft, type Rule } from './draft.ts';

/** What cannot both be true of an entry: shown with it, never silently mended. */
export function Rules({ draft, onChange }: { draft: Draft; onChange: (rules: Rule[]) => void }) {
  const { t } = useTranslation();
  const { rules } = draft;
  const columns = columnsOf(draft) as LedgerColumn[];
  const set = (at: number, part: Partial<Rule>) =>
    onChange(rules.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <Panel
      title={t('ledgers.declare.rules')}
      aside={
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...rules, { zh: '', en: '', when: [{ column: columns[0]!.id, is: 'given' }] }])}
        >
          {t('ledgers.declare.addRule')}
        </Button>
      }
    >
      <p className="quiet">{t('ledgers.declare.rulesHelp')}</p>
      <ol className="ledger-declare-columns">
        {rules.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name until it is written
          <li key={at}>
            <div>
              <div className="ledger-declare-column">
                <Input
                  value={rule.zh}
                  placeholder={t('ledgers.declare.ruleZh')}
                  aria-label={t('ledgers.declare.ruleZh')}
                  maxLength={200}
                  onChange={({ target }) => set(at, { zh: target.value })}
                />
                <Input
                  value={rule.en}
                  placeholder={t('ledgers.declare.ruleEn')}
                  aria-label={t('ledgers.declare.ruleEn')}
                  maxLength={200}
                  onChange={({ target }) => set(at, { en: target.value })}
                />
              </div>
              <Conditions columns={columns} parts={rule.when} onChange={(when) => set(at, { when })} />
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('ledgers.declare.removeRule', { rule: rule.zh })}
              onClick={() => onChange(rules.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
