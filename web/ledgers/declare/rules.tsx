import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/page.tsx';
import { RuleConditions } from './conditions.tsx';
import { type Draft, emptyRule, having, type Rule } from './draft.ts';
import { Faults } from './faults.tsx';
import { Spoken } from './fields.tsx';

/** What cannot both be true of an entry: shown with it, never silently mended. */
export function Rules({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation();
  const { contradictions: rules = [], columns } = draft;
  const set = (next: readonly Rule[]) => onChange(having(draft, { contradictions: next }));
  const change = (at: number, part: Partial<Rule>) =>
    set(rules.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <Panel
      title={t('ledgers.declare.rules')}
      aside={
        <Button size="small" icon={<PlusOutlined />} onClick={() => set([...rules, emptyRule(draft)])}>
          {t('ledgers.declare.addRule')}
        </Button>
      }
    >
      <p className="quiet">{t('ledgers.declare.rulesHelp')}</p>
      <ol className="ledger-declare-columns">
        {rules.map((rule, at) => (
          <li key={rule.id}>
            <div className="ledger-declare-row">
              <div className="ledger-declare-column">
                <Spoken
                  value={rule.title}
                  zh={t('ledgers.declare.ruleZh')}
                  en={t('ledgers.declare.ruleEn')}
                  onChange={(title) => change(at, { title })}
                />
              </div>
              <RuleConditions
                at={`contradictions.${at}`}
                columns={columns}
                parts={rule.when}
                onChange={(when) => change(at, { when })}
              />
              <Faults at={`contradictions.${at}`} />
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('ledgers.declare.removeRule', { rule: rule.title.zh })}
              onClick={() => set(rules.filter((_, i) => i !== at))}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
