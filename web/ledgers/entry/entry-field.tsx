import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { entriesQuery, ledgerQuery } from '../queries.ts';
import type { LedgerValue } from '../values.ts';

type Props = {
  id: string;
  ledger: string;
  value: LedgerValue;
  disabled: boolean;
  onChange: (value: LedgerValue) => void;
};

/** An entry of another ledger, found by words in its name or number. */
export function EntryField({ id, ledger, value, disabled, onChange }: Props) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words]);
  const definition = useQuery(ledgerQuery(ledger)).data?.definition;
  const found = useInfiniteQuery({
    ...entriesQuery(ledger, { q: asked || undefined }),
    placeholderData: keepPreviousData,
    enabled: !disabled,
  });
  const key = definition?.key[0] ?? '';
  const options = (found.data?.pages[0]?.entries ?? []).map((entry) => {
    const number = String(entry.values[key] ?? '');
    return { value: number, label: entry.name && entry.name !== number ? `${entry.name}（${number}）` : number };
  });
  const own = value === null ? undefined : String(value);
  return (
    <Select
      id={id}
      allowClear
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      options={own && !options.some((one) => one.value === own) ? [{ value: own, label: own }, ...options] : options}
      value={own}
      onChange={(next?: string) => onChange(next ?? null)}
      style={{ width: '100%' }}
    />
  );
}
