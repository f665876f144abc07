import { ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { choicesOfLines, raised } from './changes.ts';
import { type Choice, emptyChoice, having } from './draft.ts';
import { Faults } from './faults.tsx';
import { IdField, Spoken, Words } from './fields.tsx';

/** What can be chosen in a column, one row each; lines of a list can be pasted into a name. */
export function Choices(props: { at: string; choices: readonly Choice[]; onChange: (choices: Choice[]) => void }) {
  const { t } = useTranslation();
  const { at, choices, onChange } = props;
  const set = (row: number, choice: Choice) => onChange(choices.map((one, i) => (i === row ? choice : one)));
  return (
    <div className="ledger-declare-choices">
      <p className="quiet">{t('ledgers.declare.choicesHelp')}</p>
      {choices.map((choice, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice's id is being written
        <div key={row}>
          <div className="ledger-declare-choice">
            <Spoken
              value={choice.title}
              zh={t('ledgers.declare.choiceZh')}
              en={t('ledgers.declare.choiceEn')}
              onChange={(title) => set(row, { ...choice, title })}
              onLines={(text) => {
                const blank = choice.title.zh.trim() === '' && choice.title.en.trim() === '';
                onChange(choicesOfLines(text, blank ? choices.filter((_, i) => i !== row) : choices));
              }}
            />
            <IdField
              value={choice.id}
              label={t('ledgers.declare.choiceId')}
              onChange={(id) => set(row, { ...choice, id })}
            />
            <Words
              value={choice.aliases}
              label={t('ledgers.declare.aliases')}
              onChange={(aliases) => set(row, having(choice, { aliases }))}
            />
            <span className="ledger-declare-acts">
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={row === 0}
                aria-label={t('ledgers.declare.raise', { row: choice.title.zh || choice.id })}
                onClick={() => onChange(raised(choices, row))}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('ledgers.declare.removeChoice', { choice: choice.title.zh || choice.id })}
                onClick={() => onChange(choices.filter((_, i) => i !== row))}
              />
            </span>
          </div>
          <Faults at={`${at}.choices.${row}`} />
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...choices, emptyChoice(choices)])}>
        {t('ledgers.declare.addChoice')}
      </Button>
    </div>
  );
}
