import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerMap as LedgerMapData } from '#app/api';
import { DistrictMap, type MapPoint, type MapShape } from '../map/district-map.tsx';
import { useFormat } from '../shared/format.ts';
import { EmptyState, ErrorState, LoadingState } from '../shared/states.tsx';
import { useUrlValues } from '../shared/use-url-state.ts';
import { type LedgerFilter, ledgerMapQuery } from './queries.ts';

const SIGNS = {
  contradictory: { shape: 'diamond', fill: 'mark', color: 'var(--lamp-overdue)' },
  stale: { shape: 'triangle', fill: 'full', color: 'var(--lamp-behind)' },
  incomplete: { shape: 'circle', fill: 'half', color: 'var(--lamp-no-data)' },
  good: { shape: 'circle', fill: 'full', color: 'var(--lamp-on-track)' },
} as const;
type Sign = keyof typeof SIGNS;
type Placed = LedgerMapData['points'][number];

const signOf = ({ contradictory, stale, incomplete }: Placed): Sign =>
  contradictory ? 'contradictory' : stale ? 'stale' : incomplete ? 'incomplete' : 'good';

/** Where the entries lie and how each stands; a street narrows, a sign opens its entry. */
export default function LedgerMap(props: { ledger: string; filter: LedgerFilter; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [{ street }, set] = useUrlValues();
  const { data, error, refetch } = useQuery({
    ...ledgerMapQuery(props.ledger, props.filter),
    placeholderData: keepPreviousData,
  });
  const [points, shapes] = useMemo(() => {
    const titleOf = (one: Placed) => {
      const sign = signOf(one);
      return `${one.name} · ${sign === 'good' ? t('ledgers.good') : t(`ledgers.doubts.${sign}`)}`;
    };
    return [
      (data?.points ?? []).map((one): MapPoint => {
        return {
          code: String(one.id),
          lon: one.lon,
          lat: one.lat,
          ...SIGNS[signOf(one)],
          title: titleOf(one),
          shaped: one.shape !== null,
        };
      }),
      (data?.points ?? []).flatMap((one): MapShape[] =>
        one.shape
          ? [{ code: String(one.id), geometry: one.shape, color: SIGNS[signOf(one)].color, title: titleOf(one) }]
          : [],
      ),
    ];
  }, [data, t]);
  const streets = useMemo(
    () => Object.fromEntries((data?.streets ?? []).map(({ code, count }) => [code, { text: number(count) ?? '' }])),
    [data, number],
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={10} height={520} />;
  if (points.length === 0) return <EmptyState compact title={t('ledgers.noPlaces')} />;
  return (
    <div className="ledger-map">
      <DistrictMap
        height={560}
        points={points}
        shapes={shapes}
        streets={streets}
        selected={street}
        onPoint={props.onOpen}
        onStreet={(code) => set({ street: street === code ? undefined : code })}
        legend={
          <span className="quiet">
            ● {t('ledgers.good')} ▲ {t('ledgers.doubts.stale')} ◐ {t('ledgers.doubts.incomplete')} ◆{' '}
            {t('ledgers.doubts.contradictory')}
            {shapes.length > 0 && ` · ${t('ledgers.mapShapes')}`}
            {data.more && ` · ${t('ledgers.mapMore', { count: points.length })}`}
          </span>
        }
      />
    </div>
  );
}
