import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionKindView } from '#app/api';
import { useName } from '../../app/language.ts';
import { districtQuery } from '../../app/queries.ts';
import { here } from '../photos.tsx';
import { candidatesQuery } from '../queries.ts';
import { useTitles } from '../rows.tsx';

export type Visited = { ledger: string; id: number; name: string } | { name: string; street: string };

/** Whom or what one visits: an entry by words or the nearest, or a place in words. */
export function VisitedField(props: {
  kind: InspectionKindView;
  visited: Visited | null;
  onChange: (visited: Visited | null) => void;
}) {
  return props.kind.ledgers.length > 0 ? <EntryField {...props} /> : <PlaceField {...props} />;
}

type Props = Parameters<typeof VisitedField>[0];

function EntryField({ kind, visited, onChange }: Props) {
  const { t } = useTranslation();
  const titles = useTitles();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [near, setNear] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words]);
  const found = useQuery({ ...candidatesQuery(kind.id, asked, near), placeholderData: keepPreviousData });
  if (visited && 'ledger' in visited)
    return (
      <p className="inspection-chosen">
        <strong>{visited.name}</strong>{' '}
        <Button size="small" onClick={() => onChange(null)}>
          {t('inspections.change')}
        </Button>
      </p>
    );
  return (
    <>
      <div className="inspection-find">
        <Input
          size="large"
          value={words}
          placeholder={t('inspections.find')}
          aria-label={t('inspections.find')}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button
          size="large"
          onClick={() => void here().then(({ lon, lat }) => setNear(lon && lat ? `${lon},${lat}` : undefined))}
        >
          {t('inspections.nearest')}
        </Button>
      </div>
      {found.data && found.data.entries.length === 0 && <p className="quiet">{t('inspections.noneFound')}</p>}
      <ul className="inspection-candidates">
        {found.data?.entries.map((entry) => (
          <li key={`${entry.ledger}-${entry.id}`}>
            <button
              type="button"
              onClick={() => onChange({ ledger: entry.ledger, id: entry.id, name: entry.name || `#${entry.id}` })}
            >
              {entry.name || `#${entry.id}`} <span className="quiet">{titles.street(entry.street)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function PlaceField({ visited, onChange }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const streets = useQuery(districtQuery).data?.streets ?? [];
  const place = visited && 'street' in visited ? visited : { name: '', street: '' };
  const set = (part: Partial<{ name: string; street: string }>) => {
    const next = { ...place, ...part };
    onChange(next.name.trim() && next.street ? next : ({ ...next } as Visited));
  };
  return (
    <div className="inspection-find">
      <Input
        size="large"
        value={place.name}
        maxLength={200}
        placeholder={t('inspections.where')}
        aria-label={t('inspections.where')}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Select
        size="large"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('inspections.street')}
        aria-label={t('inspections.street')}
        value={place.street || undefined}
        options={streets.map((one) => ({ value: one.code, label: name(one) }))}
        onChange={(street: string) => set({ street })}
      />
    </div>
  );
}
