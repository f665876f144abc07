import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { kindsQuery } from '../../inspections/queries.ts';
import { ledgerQuery, ledgersQuery } from '../../ledgers/queries.ts';
import type { LedgerColumn } from '../../ledgers/values.ts';

export type Source = { id: string; title: string; counts: { zh: string; en: string } };

/** Every ledger and kind of inspection that an indicator may count. */
export function useSources(): Source[] {
  const { t } = useTranslation();
  const sentence = useSentence();
  const ledgers = useQuery(ledgersQuery).data ?? [];
  const kinds = useQuery(kindsQuery).data?.kinds ?? [];
  return [
    ...ledgers.map(({ id, title, entry }) => ({ id, title: sentence(title), counts: entry })),
    ...kinds.map(({ id, title, counts }) => ({
      id: `kind:${id}`,
      title: t('indicators.declare.visits', { kind: sentence(title) }),
      counts,
    })),
  ];
}

/** The columns of a source, those that every inspection has among them. */
export function useColumns(source: string): LedgerColumn[] {
  const { t } = useTranslation();
  const kind = source.startsWith('kind:') ? source.slice(5) : null;
  const kinds = useQuery({ ...kindsQuery, enabled: kind !== null }).data?.kinds;
  const ledger = useQuery({ ...ledgerQuery(source), enabled: kind === null && source !== '' }).data;
  if (kind === null) return (ledger?.definition.columns ?? []) as LedgerColumn[];
  const own = (kinds?.find(({ id }) => id === kind)?.columns ?? []).map(
    ({ id, title, type, unit, choices }) =>
      ({ id, title, type, unit: unit ?? undefined, choices: choices.length ? choices : undefined }) as LedgerColumn,
  );
  const said = (id: string, type: LedgerColumn['type'], choices?: string[]): LedgerColumn => ({
    id,
    title: { zh: t(`indicators.declare.columns.${id}`), en: t(`indicators.declare.columns.${id}`) },
    type,
    choices: choices?.map((one) => ({
      id: one,
      title: { zh: t(`indicators.declare.results.${one}`), en: t(`indicators.declare.results.${one}`) },
    })),
  });
  return [
    said('visitedOn', 'date'),
    said('result', 'choice', ['sound', 'findings']),
    said('findings', 'integer'),
    said('openFindings', 'integer'),
    said('mendedOn', 'date'),
    said('atNight', 'yes_no'),
    said('joint', 'yes_no'),
    said('penalty', 'decimal'),
    ...own,
  ];
}
