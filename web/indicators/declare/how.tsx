import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Conditions } from '../../ledgers/conditions.tsx';
import type { LedgerColumn } from '../../ledgers/values.ts';
import { Panel } from '../../shared/page.tsx';
import { Cover } from './cover.tsx';
import { type Draft, emptyDraft, isPercent, type Way } from './draft.ts';
import type { Source } from './sources.ts';

type Props = {
  draft: Draft;
  sources: readonly Source[];
  columns: readonly LedgerColumn[];
  /** of what covers the entries */
  covering: readonly LedgerColumn[];
  onChange: (part: Partial<Draft>) => void;
};

const WAYS: readonly Way[] = ['events', 'stock', 'share', 'coverage', 'mean'];

/** How the figure is computed: from which records, since which date, which of them, as a number, a share or a mean. */
export function How({ draft, sources, columns, covering, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const of = (...types: LedgerColumn['type'][]) =>
    columns.filter(({ type }) => types.includes(type)).map(({ id, title }) => ({ value: id, label: sentence(title) }));
  const numbers = of('integer', 'decimal');
  const dates = of('date', 'month');
  const select = (key: 'on' | 'until' | 'amount', options: { value: string; label: string }[], none: string | null) => (
    <div className="ledger-field">
      <label htmlFor={`indicator-${key}`}>{t(`indicators.declare.${key}`)}</label>
      <Select
        id={`indicator-${key}`}
        disabled={columns.length === 0}
        value={none === null ? draft[key] || undefined : draft[key]}
        options={none === null ? options : [{ value: '', label: none }, ...options]}
        onChange={(value) => onChange({ [key]: value })}
      />
    </div>
  );
  const { source: _, ...rest } = emptyDraft();
  return (
    <Panel title={t('indicators.declare.how')}>
      <div className="ledger-declare-grid">
        <div className="ledger-field">
          <label htmlFor="indicator-source">{t('indicators.declare.source')}</label>
          <Select
            id="indicator-source"
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.source || undefined}
            options={sources.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(source: string) =>
              onChange({
                source,
                on: source.startsWith('kind:') ? 'visitedOn' : '',
                until: '',
                amount: '',
                base: rest.base,
                done: rest.done,
                cover: rest.cover,
              })
            }
          />
        </div>
        {select('on', dates, null)}
      </div>
      <Segmented
        className="indicator-ways"
        aria-label={t('indicators.declare.how')}
        value={draft.way}
        options={WAYS.map((value) => ({ value, label: t(`indicators.declare.ways.${value}`) }))}
        onChange={(way) => onChange({ way, done: [], ...(isPercent(way) ? { decimals: 1 } : {}) })}
      />
      <div className="ledger-declare-grid">
        {draft.way === 'share' && (
          <div className="ledger-field">
            <label htmlFor="indicator-over">{t('indicators.declare.over')}</label>
            <Select
              id="indicator-over"
              value={draft.over}
              options={(['stock', 'year'] as const).map((value) => ({
                value,
                label: t(`indicators.declare.overs.${value}`),
              }))}
              onChange={(over) => onChange({ over })}
            />
          </div>
        )}
        {select('amount', numbers, draft.way === 'mean' ? null : t('indicators.declare.number'))}
        {(draft.way === 'stock' || draft.way === 'coverage' || (draft.way === 'share' && draft.over === 'stock')) &&
          select('until', dates, t('indicators.declare.never'))}
      </div>
      <p className="indicator-which">{t('indicators.declare.base')}</p>
      <Conditions columns={columns} parts={draft.base} onChange={(base) => onChange({ base })} />
      {draft.way === 'coverage' && <Cover draft={draft} sources={sources} columns={covering} onChange={onChange} />}
      {draft.way === 'share' && (
        <>
          <p className="indicator-which">{t('indicators.declare.done')}</p>
          <Conditions columns={columns} parts={draft.done} onChange={(done) => onChange({ done })} />
        </>
      )}
    </Panel>
  );
}
