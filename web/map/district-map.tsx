import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useName, useSentence } from '../app/language.ts';
import { type DistrictGeometry, districtQuery, mapQuery } from '../app/queries.ts';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { FlatMap, shortName } from './flat-map.tsx';
import type { OpenedMap } from './gl.ts';
import type { MapView } from './kinds.ts';
import './map.css';

export type { MapShape, MapStation, MapView, StreetShown } from './kinds.ts';
export type { MapPoint } from './points.ts';

type Props = MapView & { height?: number; legend?: ReactNode };

/** The district with its streets and stations. Drawn flat at once; MapLibre takes over where the computer has WebGL. */
export function DistrictMap({ height = 420, legend, ...view }: Props) {
  const sentence = useSentence();
  const { data: geometry, error, refetch } = useQuery(mapQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} compact />;
  if (!geometry) return <LoadingState height={height} rows={8} />;
  return (
    <div className="map">
      <Ground geometry={geometry} view={view} height={height} />
      <div className="map-foot">
        {legend}
        <span className="map-credit">{sentence(geometry.attribution)}</span>
      </div>
      {(view.onStreet || view.onStation || view.onPoint) && <Places geometry={geometry} view={view} />}
    </div>
  );
}

/** when the browser has drawn what it has to: the flat map stands, and the engine need not hold up the page */
const idle = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 3000 });
    else setTimeout(done, 300);
  });

function Ground({ geometry, view, height }: { geometry: DistrictGeometry; view: MapView; height: number }) {
  const { t, i18n } = useTranslation();
  const name = useName();
  const { mode } = useAppearance();
  const tiles = useQuery(districtQuery).data?.tiles ?? null;
  const at = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<OpenedMap | null>(null);
  const [ready, setReady] = useState(false);
  const shown = useRef(view);
  shown.current = view;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the controls' words change with the language
  useEffect(() => {
    let opened: OpenedMap | null = null;
    let left = false;
    idle()
      .then(() => (left || !hasWebgl() ? null : import('./gl.ts')))
      .then((engine) => {
        if (!engine || left || !at.current) return;
        opened = engine.openGl({
          at: at.current,
          geometry,
          mode,
          tiles,
          words: wordsOf(t),
          onReady: () => setReady(true),
          onClick: (code) => shown.current.onStreet?.(code),
          onPoint: (code) => shown.current.onPoint?.(code),
          onGround: (lon, lat) => shown.current.onGround?.(lon, lat),
        });
        setMap(opened);
      })
      .catch(() => setReady(false)); // the flat map stays
    return () => {
      left = true;
      opened?.close();
      setMap(null);
      setReady(false);
    };
  }, [geometry, mode, tiles, i18n.language]);

  useEffect(() => {
    const names = new Map(geometry.features.map(({ properties }) => [properties.code, shortName(name(properties))]));
    map?.show(view, (code) => names.get(code) ?? code);
  });

  return (
    <div className="map-ground" style={{ height }}>
      <div ref={at} className={ready ? 'map-gl' : 'map-gl waiting'} aria-hidden={!ready} inert={!ready} />
      {!ready && <FlatMap geometry={geometry} view={view} height={height} />}
    </div>
  );
}

/** The same places as buttons: the keyboard's and the screen reader's way into the map. */
function Places({ geometry, view }: { geometry: DistrictGeometry; view: MapView }) {
  const { t } = useTranslation();
  const name = useName();
  const streets = geometry.features.map(({ properties }) => properties).filter(({ kind }) => kind === 'street');
  // a shape may have a sign as well: one button for both
  const titled = new Map([...(view.points ?? []), ...(view.shapes ?? [])].map(({ code, title }) => [code, title]));
  const button = (code: string, text: string, open: (code: string) => void) => (
    <Button key={code} size="small" aria-pressed={view.selected === code} onClick={() => open(code)}>
      {text}
    </Button>
  );
  return (
    <details className="map-places">
      <summary>{t('shared.map.list')}</summary>
      {view.onStation && (
        <fieldset>
          <legend>{t('shared.map.stations')}</legend>
          {view.stations?.map(({ code, title, name: own }) => button(code, title ?? own, view.onStation!))}
        </fieldset>
      )}
      {view.onPoint && (
        <fieldset>
          <legend>{t('shared.map.points')}</legend>
          {[...titled].map(([code, title]) => button(code, title, view.onPoint!))}
        </fieldset>
      )}
      {view.onStreet && (
        <fieldset>
          <legend>{t('shared.map.streets')}</legend>
          {streets.map((street) =>
            button(
              street.code,
              [name(street), view.streets?.[street.code]?.text].filter(Boolean).join(' '),
              view.onStreet!,
            ),
          )}
        </fieldset>
      )}
    </details>
  );
}

const wordsOf = (t: (key: string) => string) => ({
  'NavigationControl.ZoomIn': t('shared.map.zoomIn'),
  'NavigationControl.ZoomOut': t('shared.map.zoomOut'),
  'Map.Title': t('shared.map.title'),
  'CooperativeGesturesHandler.WindowsHelpText': t('shared.map.wheel'),
  'CooperativeGesturesHandler.MacHelpText': t('shared.map.wheelMac'),
  'CooperativeGesturesHandler.MobileHelpText': t('shared.map.fingers'),
});

let webgl: boolean | undefined;
function hasWebgl(): boolean {
  webgl ??= !!document.createElement('canvas').getContext('webgl2');
  return webgl;
}
