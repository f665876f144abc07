import {
  AimOutlined,
  ClearOutlined,
  EnvironmentOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import area from '@turf/area';
import length from '@turf/length';
import { Button, Input, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerEntry } from '#app/api';
import { DistrictMap, type MapPoint, type MapShape } from '../../map/district-map.tsx';
import type { Bounds } from '../../map/geometry.ts';
import { useFormat } from '../../shared/format.ts';
import { groundAround, type PlaceDoubt, placeOfText } from './place.ts';

type Place = NonNullable<LedgerEntry['place']>;
type Props = {
  kind: LedgerDefinition['place'];
  text: string;
  doubt: PlaceDoubt | null;
  disabled: boolean;
  onChange: (text: string) => void;
};

/** a metre, about */
const DECIMALS = 6;
const pairOf = (lon: number, lat: number) => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`;
const pairsOf = (text: string) => (text.trim() === '' ? [] : text.trim().split(/[\s;；]+/));

/**
 * A place by clicks on the map, by where one stands (walking along the edge), or as text. What is drawn is what the text
 * says; an area closes by itself.
 */
export function PlacePicker({ kind, text, doubt, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const place = placeOfText(text, kind);
  const [drawing, setDrawing] = useState(place !== null);
  // what is there already is looked at closely; whoever marks anew begins with the district
  const [focus, setFocus] = useState(() => groundAround(place) ?? undefined);
  const [locating, setLocating] = useState<'no' | 'waiting' | 'failed'>('no');
  const add = (lon: number, lat: number) =>
    onChange(kind === 'point' ? pairOf(lon, lat) : [...open(pairsOf(text)), pairOf(lon, lat)].join(' '));
  const here = () => {
    setLocating('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating('no');
        add(coords.longitude, coords.latitude);
      },
      () => setLocating('failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <div className="ledger-picker">
      <Input
        id="ledger-place"
        value={text}
        disabled={disabled}
        status={doubt ? (doubt === 'outside' ? 'warning' : 'error') : undefined}
        aria-describedby={doubt ? 'ledger-place-doubt' : undefined}
        placeholder="116.35,39.91"
        onChange={(event) => onChange(event.target.value)}
      />
      <Space wrap size={6}>
        <Button size="small" icon={<EnvironmentOutlined />} onClick={() => setDrawing(!drawing)}>
          {t(drawing ? 'ledgers.picker.hide' : 'ledgers.picker.draw')}
        </Button>
        {!disabled && 'geolocation' in navigator && (
          <Button size="small" icon={<AimOutlined />} loading={locating === 'waiting'} onClick={here}>
            {t(locating === 'waiting' ? 'ledgers.picker.hereWait' : 'ledgers.picker.here')}
          </Button>
        )}
      </Space>
      {locating === 'failed' && (
        <p role="alert" className="ledger-refused">
          {t('ledgers.picker.hereFailed')}
        </p>
      )}
      {drawing && <Drawn text={text} place={place} focus={focus} onGround={disabled ? undefined : add} />}
      {/* what comes and goes with each click stands below the map, which must not move under the finger */}
      <Space wrap size={6}>
        {drawing && (place || focus) && (
          <Button
            size="small"
            icon={focus ? <ZoomOutOutlined /> : <ZoomInOutlined />}
            onClick={() => setFocus(focus ? undefined : (groundAround(place) ?? undefined))}
          >
            {t(focus ? 'ledgers.picker.whole' : 'ledgers.picker.closer')}
          </Button>
        )}
        {!disabled && text !== '' && (
          <>
            {kind !== 'point' && (
              <Button
                size="small"
                icon={<UndoOutlined />}
                onClick={() => onChange(open(pairsOf(text)).slice(0, -1).join(' '))}
              >
                {t('ledgers.picker.undo')}
              </Button>
            )}
            <Button size="small" icon={<ClearOutlined />} onClick={() => onChange('')}>
              {t('ledgers.picker.clear')}
            </Button>
          </>
        )}
        <Measured place={place} />
      </Space>
      {doubt && (
        <p id="ledger-place-doubt" role="alert" className={doubt === 'outside' ? 'ledger-warned' : 'ledger-refused'}>
          {t(`ledgers.picker.doubts.${doubt}`)}
        </p>
      )}
      <p className="quiet">
        {t(drawing && !disabled ? `ledgers.picker.drawHelp.${kind}` : `ledgers.placeHelp.${kind}`)}
      </p>
    </div>
  );
}

/** Corners without the one that closes the ring. */
const open = (pairs: string[]) => (pairs.length > 3 && pairs[0] === pairs.at(-1) ? pairs.slice(0, -1) : pairs);

/** How large it is on the ground. */
function Measured({ place }: { place: Place | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (!place || place.type === 'Point') return null;
  const feature = { type: 'Feature' as const, properties: {}, geometry: place };
  return (
    <span className="quiet">
      {place.type === 'Polygon'
        ? t('ledgers.picker.area', { value: number(Math.round(area(feature))) })
        : t('ledgers.picker.length', { value: number(Math.round(length(feature, { units: 'meters' }))) })}
    </span>
  );
}

/** The district with what is marked so far. */
function Drawn({
  text,
  place,
  focus,
  onGround,
}: {
  text: string;
  place: Place | null;
  focus: Bounds | undefined;
  onGround: ((lon: number, lat: number) => void) | undefined;
}) {
  const { t } = useTranslation();
  const points = useMemo(
    () =>
      open(pairsOf(text)).flatMap((pair, i): MapPoint[] => {
        const [lon = Number.NaN, lat = Number.NaN] = pair.split(/[,，]/).map(Number);
        if (!Number.isFinite(lon) || !Number.isFinite(lat)) return [];
        return [{ code: `${i}`, lon, lat, shape: 'circle', fill: 'full', color: 'var(--ink)', title: pair }];
      }),
    [text],
  );
  const shapes = useMemo(
    (): MapShape[] =>
      place && place.type !== 'Point' ? [{ code: 'drawn', geometry: place, color: 'var(--ink)', title: '' }] : [],
    [place],
  );
  return (
    <DistrictMap
      height={340}
      points={points}
      shapes={shapes}
      focus={focus}
      onGround={onGround}
      legend={<span className="quiet">{t('ledgers.picker.corners', { count: points.length })}</span>}
    />
  );
}
