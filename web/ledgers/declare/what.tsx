import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Panel } from '../../shared/page.tsx';
import { withComplete, withKey, withName, withPlace } from './changes.ts';
import { type Draft, having, OBJECTS } from './draft.ts';
import { Faults } from './faults.tsx';
import { Words } from './fields.tsx';

type Props = { draft: Draft; known: boolean; onChange: (draft: Draft) => void };

/** What a ledger is: its names, who keeps it, where it lies, and what tells its entries apart. */
export function What({ draft, known, onChange }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const field = (key: string, at: string, input: ReactNode) => (
    <div className="ledger-field">
      <label htmlFor={`declare-${key}`}>{t(`ledgers.declare.${key}`)}</label>
      {input}
      <Faults at={at} />
    </div>
  );
  const text = (key: string, at: string, value: string, write: (value: string) => void, disabled = false) =>
    field(
      key,
      at,
      <Input
        id={`declare-${key}`}
        value={value}
        disabled={disabled}
        maxLength={200}
        onChange={({ target }) => write(target.value)}
      />,
    );
  const { title, entry, about, object } = draft;
  const columns = draft.columns.map((one) => ({ value: one.id, label: sentence(one.title) || one.id }));
  return (
    <Panel title={t('ledgers.declare.what')}>
      <div className="ledger-declare-grid">
        {text('zh', 'title', title.zh, (zh) => set({ title: { ...title, zh } }))}
        {text('en', '', title.en, (en) => set({ title: { ...title, en } }))}
        {text('id', 'id', draft.id, (id) => set({ id }), known)}
        {text('entryZh', 'entry', entry.zh, (zh) => set({ entry: { ...entry, zh } }))}
        {text('entryEn', '', entry.en, (en) => set({ entry: { ...entry, en } }))}
        {field(
          'keeper',
          'keeper',
          <Select
            id="declare-keeper"
            value={draft.keeper}
            options={(['street', 'unit'] as const).map((value) => ({ value, label: t(`ledgers.keepers.${value}`) }))}
            onChange={(keeper) => set({ keeper })}
          />,
        )}
        {field(
          'key',
          'key',
          <Select
            id="declare-key"
            mode="multiple"
            maxCount={4}
            value={[...draft.key]}
            options={columns}
            onChange={(key: string[]) => onChange(withKey(draft, key))}
          />,
        )}
        {field(
          'name',
          'name',
          <Select
            id="declare-name"
            value={draft.name}
            options={columns}
            onChange={(name) => onChange(withName(draft, name))}
          />,
        )}
        {field(
          'refreshDays',
          'refreshDays',
          <InputNumber
            id="declare-refreshDays"
            min={1}
            max={3660}
            precision={0}
            value={draft.refreshDays}
            onChange={(refreshDays) => set({ refreshDays })}
          />,
        )}
        {field(
          'place',
          'place',
          <>
            <Select
              id="declare-place"
              value={draft.place}
              options={(['none', 'point', 'line', 'polygon'] as const).map((value) => ({
                value,
                label: t(`ledgers.declare.places.${value}`),
              }))}
              onChange={(place) => onChange(withPlace(draft, place))}
            />
            {draft.place !== 'none' && (
              <>
                <Checkbox
                  checked={draft.placeRequired ?? false}
                  onChange={({ target }) => onChange(having(draft, { placeRequired: target.checked }))}
                >
                  {t('ledgers.declare.placeRequired')}
                </Checkbox>
                <Checkbox
                  checked={draft.complete?.includes('place') ?? false}
                  onChange={({ target }) => onChange(withComplete(draft, 'place', target.checked))}
                >
                  {t('ledgers.declare.placeComplete')}
                </Checkbox>
              </>
            )}
            <Faults at="complete" />
          </>,
        )}
        {field(
          'object',
          'object',
          <>
            <Select
              id="declare-object"
              allowClear
              value={object?.kind}
              placeholder={t('ledgers.declare.noObject')}
              options={OBJECTS.map((value) => ({ value, label: t(`ledgers.object.kinds.${value}`) }))}
              onChange={(kind?: (typeof OBJECTS)[number]) =>
                onChange(having(draft, { object: kind && { kind, by: object?.by ?? draft.key[0] ?? draft.name } }))
              }
            />
            {object && (
              <Select
                aria-label={t('ledgers.declare.objectBy')}
                value={object.by}
                options={columns.map(({ value, label }) => ({
                  value,
                  label: t('ledgers.declare.by', { column: label }),
                }))}
                onChange={(by) => set({ object: { ...object, by } })}
              />
            )}
          </>,
        )}
        {field(
          'words',
          'words',
          <Words
            id="declare-words"
            value={draft.words}
            label={t('ledgers.declare.wordsLike')}
            onChange={(words) => onChange(having(draft, { words }))}
          />,
        )}
        {text('aboutZh', 'about', about.zh, (zh) => set({ about: { ...about, zh } }))}
        {text('aboutEn', '', about.en, (en) => set({ about: { ...about, en } }))}
      </div>
    </Panel>
  );
}
