import { useQuery } from '@tanstack/react-query';
import { Input, Select, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '#app/api';
import { useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { useUrlValues } from '../shared/use-url-state.ts';
import { type LedgerColumn, whereOf, whereText } from './values.ts';

const DOUBTS = ['stale', 'incomplete', 'contradictory'] as const;
const TYPING_MS = 350;

/** What the list is narrowed and ordered by; all of it stands in the address. */
export function Filters({ definition }: { definition: LedgerDefinition }) {
  const { t } = useTranslation();
  const [sentence, name] = [useSentence(), useName()];
  const [search, set] = useUrlValues();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  const where = whereOf(search.where);
  const [words, setWords] = useState(search.q ?? '');
  useEffect(() => {
    const timer = setTimeout(() => {
      if ((search.q ?? '') !== words.trim()) set({ q: words.trim() || undefined });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, search.q, set]);
  const narrowed = definition.columns.filter(
    ({ filter, type }) => filter && ['choice', 'yes_no', 'unit'].includes(type),
  );
  const optionsOf = (column: LedgerColumn) => {
    if (column.type === 'yes_no')
      return [
        { value: 'true', label: t('ledgers.yes') },
        { value: 'false', label: t('ledgers.no') },
      ];
    if (column.type === 'unit') return units.map((unit) => ({ value: unit.id, label: name(unit) }));
    return (column.choices ?? []).map(({ id, title }) => ({ value: id, label: sentence(title) }));
  };
  return (
    <Space wrap className="ledger-filters">
      <Input.Search
        allowClear
        value={words}
        placeholder={t('ledgers.search')}
        aria-label={t('ledgers.search')}
        onChange={(event) => setWords(event.target.value)}
        style={{ width: 180 }}
      />
      {definition.columns.some(({ type }) => type === 'street') && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('ledgers.street')}
          aria-label={t('ledgers.street')}
          value={search.street}
          options={streets.map((one) => ({ value: one.code, label: name(one) }))}
          onChange={(value) => set({ street: value })}
          style={{ minWidth: 130 }}
        />
      )}
      <Select
        allowClear
        placeholder={t('ledgers.doubt')}
        aria-label={t('ledgers.doubt')}
        value={search.doubt}
        options={DOUBTS.map((value) => ({ value, label: t(`ledgers.doubts.${value}`) }))}
        onChange={(value) => set({ doubt: value })}
        style={{ minWidth: 110 }}
      />
      {narrowed.map((column) => (
        <Select
          key={column.id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={sentence(column.title)}
          aria-label={sentence(column.title)}
          value={where[column.id]}
          options={optionsOf(column)}
          popupMatchSelectWidth={false}
          onChange={(value: string | undefined) => set({ where: whereText({ ...where, [column.id]: value ?? '' }) })}
          style={{ minWidth: 120 }}
        />
      ))}
      <Select
        allowClear
        placeholder={t('ledgers.newest')}
        aria-label={t('ledgers.sort')}
        value={search.sort}
        options={definition.columns
          .filter(({ sort }) => sort)
          .flatMap(({ id, title }) => [
            { value: id, label: `${sentence(title)} ↑` },
            { value: `-${id}`, label: `${sentence(title)} ↓` },
          ])}
        popupMatchSelectWidth={false}
        onChange={(value) => set({ sort: value })}
        style={{ minWidth: 120 }}
      />
      <Select
        value={search.state ?? 'kept'}
        aria-label={t('ledgers.state')}
        options={(['kept', 'struck', 'all'] as const).map((value) => ({ value, label: t(`ledgers.states.${value}`) }))}
        onChange={(value) => set({ state: value === 'kept' ? undefined : value })}
        style={{ minWidth: 96 }}
      />
    </Space>
  );
}
