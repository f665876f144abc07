import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerEntry } from '#app/api';
import { useName, useSentence } from '../app/language.ts';
import { districtQuery, unitsQuery } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';

export type LedgerColumn = LedgerDefinition['columns'][number];
export type LedgerValue = LedgerEntry['values'][string];

/** A value as it is read: choices by their title, units and streets by their name, dates as the language writes them. */
export function useShown(): (column: LedgerColumn, value: LedgerValue | undefined) => string {
  const { t } = useTranslation();
  const [sentence, name, format] = [useSentence(), useName(), useFormat()];
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const units = useQuery(unitsQuery).data ?? [];
  return (column, value) => {
    if (value === null || value === undefined || value === '') return '—';
    const choice = (id: string) => sentence(column.choices?.find((one) => one.id === id)?.title) || id;
    if (column.type === 'choice') return choice(String(value));
    if (Array.isArray(value)) return value.map(choice).join(t('ledgers.and'));
    if (typeof value === 'boolean') return t(value ? 'ledgers.yes' : 'ledgers.no');
    if (column.type === 'date') return format.date(String(value));
    if (column.type === 'month') return format.month(`${value}-01`);
    const street = column.type === 'street' && streets.find(({ code }) => code === value);
    if (street) return name(street);
    const unit = column.type === 'unit' && units.find(({ id }) => id === value);
    if (unit) return name(unit);
    return String(value);
  };
}

/** The columns that a list shows beside the name: what it is narrowed or ordered by, the first six. */
export const listedColumns = ({ columns, name }: LedgerDefinition): readonly LedgerColumn[] =>
  columns.filter(({ id, filter, sort }) => id !== name && (filter || sort)).slice(0, 6);

/** Filters of columns in the address: `use=site&cover=none`. */
export const whereOf = (text: string | undefined): Record<string, string> =>
  text ? Object.fromEntries(new URLSearchParams(text)) : {};

export const whereText = (where: Record<string, string>): string | undefined => {
  const given = Object.entries(where).filter(([, value]) => value !== '');
  return given.length ? new URLSearchParams(given).toString() : undefined;
};
