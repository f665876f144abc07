import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivingTable } from '#app/api';
import { useName } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { unitChoices } from './choices.ts';
import { DEADLINE_KINDS, isFiltered, measuresOf, NO_FILTER, type PlanFilter } from './filter.ts';

type Props = { table: LivingTable; filter: PlanFilter; shown: number; onChange: (part: Partial<PlanFilter>) => void };

/** What of the table is shown: chapter, unit and its role, street, deadline, words. */
export function FilterBar({ table, filter, shown, onChange }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useUnitOptions(table);
  const kinds = useMemo(() => new Set(measuresOf(table.chapters).map((m) => m.deadline.kind)), [table]);
  const total = measuresOf(table.chapters).length;
  const select = { allowClear: true, popupMatchSelectWidth: false, optionFilterProp: 'label', maxTagCount: 1 } as const;
  return (
    <search className="plan-filters" aria-label={t('plan.filters')}>
      <WordsInput words={filter.words} onChange={(words) => onChange({ words })} />
      <Select
        {...select}
        mode="multiple"
        placeholder={t('plan.chapter')}
        aria-label={t('plan.chapter')}
        className="plan-select"
        value={filter.chapters}
        options={table.chapters.map((c) => ({ value: c.no, label: c.title }))}
        onChange={(chapters) => onChange({ chapters })}
      />
      <Select
        {...select}
        showSearch
        placeholder={t('plan.unit')}
        aria-label={t('plan.unit')}
        className="plan-select"
        value={filter.unit}
        options={units}
        onChange={(unit) => onChange({ unit: unit ?? null, ...(unit ? {} : { role: null }) })}
      />
      {filter.unit && (
        <Segmented
          aria-label={t('plan.role.label')}
          value={filter.role ?? 'any'}
          options={(['any', 'lead', 'support'] as const).map((role) => ({
            value: role,
            label: t(`plan.role.${role}`),
          }))}
          onChange={(role) => onChange({ role: role === 'any' ? null : (role as 'lead' | 'support') })}
        />
      )}
      <Select
        {...select}
        showSearch
        placeholder={t('plan.street')}
        aria-label={t('plan.street')}
        className="plan-select narrow"
        value={filter.street}
        options={streets.map((s) => ({ value: s.code, label: name(s) }))}
        onChange={(street) => onChange({ street: street ?? null })}
      />
      <Select
        {...select}
        mode="multiple"
        placeholder={t('plan.deadline')}
        aria-label={t('plan.deadline')}
        className="plan-select narrow"
        value={filter.deadlines}
        options={DEADLINE_KINDS.filter((k) => kinds.has(k)).map((k) => ({
          value: k,
          label: t(`plan.deadlineKind.${k}`),
        }))}
        onChange={(deadlines) => onChange({ deadlines })}
      />
      <span className="quiet" aria-live="polite">
        {isFiltered(filter) ? t('plan.shown', { shown, total }) : t('plan.measures', { count: total })}
      </span>
      {isFiltered(filter) && (
        <Button type="link" size="small" onClick={() => onChange(NO_FILTER)}>
          {t('plan.clear')}
        </Button>
      )}
    </search>
  );
}

/** Units of the table with how many measures each carries; in English with its English name behind the issued one. */
function useUnitOptions(table: LivingTable) {
  const { t } = useTranslation();
  const name = useName();
  const directory = useQuery(unitsQuery).data;
  return useMemo(() => {
    const known = new Map((directory ?? []).map((u) => [u.id, u]));
    const option = ({ value, name: issued, measures }: { value: string; name: string; measures: number }) => {
      const own = known.get(value);
      const spoken = own ? name(own) : issued;
      return { value, label: `${issued}${spoken === issued ? '' : ` · ${spoken}`} (${measures})` };
    };
    const { named, members } = unitChoices(table);
    return [
      { label: t('plan.unitsNamed'), options: named.map(option) },
      ...(members.length ? [{ label: t('plan.unitsMembers'), options: members.map(option) }] : []),
    ];
  }, [table, directory, name, t]);
}

/** Looks while one types, but not at the letters of a Chinese word that is still being composed. */
function WordsInput({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    if (words === '') setTyped('');
  }, [words]);
  return (
    <Input
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('plan.words')}
      aria-label={t('plan.words')}
      className="plan-words"
      value={typed}
      onChange={(e) => {
        setTyped(e.target.value);
        if (!(e.nativeEvent as InputEvent).isComposing) onChange(e.target.value);
      }}
      onCompositionEnd={(e) => onChange(e.currentTarget.value)}
    />
  );
}
