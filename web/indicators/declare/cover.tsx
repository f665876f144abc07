import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Conditions } from '../../ledgers/conditions.tsx';
import type { LedgerColumn } from '../../ledgers/values.ts';
import type { Draft } from './draft.ts';
import type { Source } from './sources.ts';

type Props = {
  draft: Draft;
  sources: readonly Source[];
  columns: readonly LedgerColumn[];
  onChange: (part: Partial<Draft>) => void;
};

/** The columns of a source that name entries of a ledger; an inspection names what was visited. */
export const namingColumns = (source: string, columns: readonly LedgerColumn[], ledger: string) =>
  source.startsWith('kind:')
    ? ['entry']
    : columns.flatMap(({ id, type, ledger: of }) => (type === 'entry' && of === ledger ? [id] : []));

/** Which records speak of the entries: from where, by which column, since which day, which of them. */
export function Cover({ draft, sources, columns, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { cover } = draft;
  const set = (part: Partial<Draft['cover']>) => onChange({ cover: { ...cover, ...part } });
  const title = (id: string) => {
    const column = columns.find((one) => one.id === id);
    return column ? sentence(column.title) : t('indicators.declare.visited');
  };
  const naming = namingColumns(cover.source, columns, draft.source);
  const dates = columns.filter(({ type }) => type === 'date' || type === 'month').map(({ id }) => id);
  const select = (
    key: 'by' | 'on' | 'until',
    options: readonly string[],
    none: { value: string; label: string }[] = [],
  ) => (
    <div className="ledger-field">
      <label htmlFor={`cover-${key}`}>{t(`indicators.declare.cover.${key}`)}</label>
      <Select
        id={`cover-${key}`}
        disabled={columns.length === 0}
        value={none.length > 0 ? cover[key] : cover[key] || undefined}
        options={[...none, ...options.map((value) => ({ value, label: title(value) }))]}
        onChange={(value) => set({ [key]: value })}
      />
    </div>
  );
  return (
    <>
      <p className="indicator-which">{t('indicators.declare.cover.title')}</p>
      <div className="ledger-declare-grid">
        <div className="ledger-field">
          <label htmlFor="cover-source">{t('indicators.declare.source')}</label>
          <Select
            id="cover-source"
            showSearch={{ optionFilterProp: 'label' }}
            value={cover.source || undefined}
            options={sources.map(({ id, title: label }) => ({ value: id, label }))}
            onChange={(source: string) => {
              const visits = source.startsWith('kind:');
              onChange({
                done: [],
                cover: { ...cover, source, by: visits ? 'entry' : '', on: visits ? 'visitedOn' : '', until: '' },
              });
            }}
          />
          {cover.source !== '' && columns.length > 0 && naming.length === 0 && (
            <small role="alert">{t('indicators.declare.cover.nothing')}</small>
          )}
        </div>
        {select('by', naming)}
        {select('on', dates)}
        <div className="ledger-field">
          <label htmlFor="cover-over">{t('indicators.declare.cover.over')}</label>
          <Select
            id="cover-over"
            value={cover.over}
            options={(['year', 'stock'] as const).map((value) => ({
              value,
              label: t(`indicators.declare.cover.overs.${value}`),
            }))}
            onChange={(over) => set({ over })}
          />
        </div>
        {cover.over === 'stock' && select('until', dates, [{ value: '', label: t('indicators.declare.never') }])}
      </div>
      <p className="indicator-which">{t('indicators.declare.cover.which')}</p>
      <Conditions columns={columns} parts={draft.done} onChange={(done) => onChange({ done })} />
    </>
  );
}
