import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useName, useSentence } from '../../app/language.ts';
import { districtQuery } from '../../app/queries.ts';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { HEALTHS, KINDS, useKindName } from '../names.ts';
import { modelsQuery } from '../queries.ts';

/** Parameters of the address that narrow the list. */
export const FILTERS = ['q', 'kind', 'health', 'street', 'state', 'model', 'purpose', 'simulated'] as const;

/** What of the register is shown. Everything stands in the address. */
export function Filters({ total }: { total: number | undefined }) {
  const { t } = useTranslation();
  const [name, sentence, kindName] = [useName(), useSentence(), useKindName()];
  const [search, set] = useUrlValues();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const models = useQuery(modelsQuery).data ?? [];
  const list = (key: string) => search[key]?.split(',') ?? [];
  const many = (key: string) => (values: string[]) => set({ [key]: values.length ? values.join(',') : undefined });
  const select = { allowClear: true, popupMatchSelectWidth: false, maxTagCount: 1 } as const;
  const filtered = FILTERS.some((key) => search[key]);
  return (
    <search className="device-filters" aria-label={t('devices.list.filters')}>
      <Words words={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
      <Select
        {...select}
        mode="multiple"
        aria-label={t('devices.kind')}
        placeholder={t('devices.kind')}
        value={list('kind')}
        options={KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
        onChange={many('kind')}
      />
      <Select
        {...select}
        mode="multiple"
        aria-label={t('devices.status')}
        placeholder={t('devices.status')}
        value={list('health')}
        options={HEALTHS.map((health) => ({ value: health, label: t(`devices.health.${health}`) }))}
        onChange={many('health')}
      />
      <Select
        {...select}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('devices.street')}
        placeholder={t('devices.street')}
        value={list('street')}
        options={streets.map((street) => ({ value: street.code, label: name(street) }))}
        onChange={many('street')}
      />
      <Select
        {...select}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('devices.model')}
        placeholder={t('devices.model')}
        value={search.model}
        options={models.map((model) => ({ value: model.id, label: sentence(model.title) }))}
        onChange={(model) => set({ model })}
      />
      <Select
        {...select}
        aria-label={t('devices.state')}
        placeholder={t('devices.state')}
        value={search.state}
        options={['admitted', 'maintenance', 'retired'].map((state) => ({
          value: state,
          label: t(`devices.states.${state}`),
        }))}
        onChange={(state) => set({ state })}
      />
      <Select
        {...select}
        aria-label={t('devices.list.simulated')}
        placeholder={t('devices.list.simulated')}
        value={search.simulated}
        options={['no', 'yes'].map((value) => ({ value, label: t(`devices.list.simulatedIs.${value}`) }))}
        onChange={(simulated) => set({ simulated })}
      />
      <span className="quiet" aria-live="polite">
        {total !== undefined && t('devices.list.count', { count: total })}
        {search.purpose && ` · ${t('devices.list.purpose', { measure: search.purpose })}`}
      </span>
      {filtered && (
        <Button
          type="link"
          size="small"
          onClick={() => set(Object.fromEntries(FILTERS.map((key) => [key, undefined])))}
        >
          {t('devices.list.clear')}
        </Button>
      )}
    </search>
  );
}

/** Asks when one has stopped typing for a moment, and not at the letters of a Chinese word that is being composed. */
function Words({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(words);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (composing || typed === words) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, composing, words, onChange]);
  return (
    <Input
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      className="device-words"
      aria-label={t('devices.list.words')}
      placeholder={t('devices.list.words')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
