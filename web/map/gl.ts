import 'maplibre-gl/dist/maplibre-gl.css';
import {
  type GeoJSONSource,
  Map as GlMap,
  type LngLatBoundsLike,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { DistrictGeometry } from '../app/queries.ts';
import { boundsOf, labelPlace } from './geometry.ts';
import { GROUND, type MapView } from './kinds.ts';
import { openPoints } from './point-layer.ts';
import { resolvedColour } from './points.ts';

setWorkerUrl(workerUrl);

/** zoom at which a courtyard fills the picture */
const CLOSEST = 17;

export type GlOptions = {
  at: HTMLElement;
  geometry: DistrictGeometry;
  mode: 'light' | 'dark';
  tiles: { url: string; attribution: string } | null;
  words: Record<string, string>;
  onReady: () => void;
  onClick: (street: string) => void;
  onPoint: (code: string) => void;
  onGround: (lon: number, lat: number) => void;
};
export type OpenedMap = { show: (view: MapView, name: (code: string) => string) => void; close: () => void };

/** Opens the MapLibre map of the district: own polygons on a plain ground, or on tiles where the district sets some. */
export function openGl({
  at,
  geometry,
  mode,
  tiles,
  words,
  onReady,
  onClick,
  onPoint,
  onGround,
}: GlOptions): OpenedMap {
  const ground = GROUND[mode];
  const bounds = boundsOf(geometry.features);
  const map = new GlMap({
    container: at,
    style: {
      version: 8,
      sources: {
        area: { type: 'geojson', data: coloured(geometry, {}, ground.street) },
        ...(tiles && { tiles: { type: 'raster' as const, tiles: [tiles.url], tileSize: 256 } }),
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': ground.page } },
        ...(tiles ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : []),
        {
          id: 'street',
          type: 'fill',
          source: 'area',
          filter: ['==', ['get', 'kind'], 'street'],
          paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': tiles ? 0.55 : 1 },
        },
        {
          id: 'street-line',
          type: 'line',
          source: 'area',
          filter: ['==', ['get', 'kind'], 'street'],
          paint: { 'line-color': ground.line, 'line-width': 1.2 },
        },
        {
          id: 'outline',
          type: 'line',
          source: 'area',
          filter: ['==', ['get', 'kind'], 'district'],
          paint: { 'line-color': ground.outline, 'line-width': 1.6 },
        },
        {
          id: 'selected',
          type: 'line',
          source: 'area',
          filter: ['==', ['get', 'code'], ''],
          paint: { 'line-color': ground.selected, 'line-width': 3 },
        },
      ],
    },
    bounds: bounds as LngLatBoundsLike,
    fitBoundsOptions: { padding: 14 },
    maxBounds: [bounds[0] - 0.08, bounds[1] - 0.06, bounds[2] + 0.08, bounds[3] + 0.06],
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: words,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  const points = openPoints(map, mode, onPoint);
  let markers: Marker[] = [];
  let opened = false;
  let looked = '';
  map.once('load', () => {
    opened = true;
    onReady();
  });
  map.on('click', ({ lngLat }) => onGround(lngLat.lng, lngLat.lat));
  map.on('click', 'street', (event) => {
    const code: unknown = event.features?.[0]?.properties.code;
    if (points.isAt(event.point)) return;
    if (typeof code === 'string') onClick(code);
  });
  const show: OpenedMap['show'] = (view, name) => {
    const draw = () => {
      map.getSource<GeoJSONSource>('area')?.setData(coloured(geometry, view.streets ?? {}, ground.street));
      map.setFilter('selected', ['==', ['get', 'code'], view.selected ?? '']);
      map.getCanvas().style.cursor = view.onGround ? 'crosshair' : view.onStreet ? 'pointer' : '';
      points.show(view);
      const focus = view.focus ?? bounds;
      if (looked === focus.join()) return;
      // the first view is the district's: nothing moves where nothing is to be looked at more closely
      if (looked !== '' || view.focus)
        map.fitBounds(focus as LngLatBoundsLike, { padding: 14, maxZoom: CLOSEST, animate: false });
      looked = focus.join();
    };
    // not map.loaded(): that is false again while changed data are drawn, and then load never comes
    if (opened) draw();
    else map.once('load', draw);
    for (const marker of markers) marker.remove();
    markers = [...stationPlates(view), ...points.labels(view), ...streetNames(geometry, view, name)];
    for (const marker of markers) marker.addTo(map);
    declutter(markers);
  };
  for (const event of ['zoom', 'moveend', 'resize', 'load'] as const) map.on(event, () => declutter(markers));
  return { show, close: () => map.remove() };
}

/** px up or down that a name may give way */
const STEPS_ASIDE = [0, 15, -15, 28, -28];

/** Moves a name that lies over another or over a plate a little aside, or hides it; closer in, there is room for it. */
function declutter(markers: Marker[]): void {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const marker of markers) {
    const element = marker.getElement();
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (element.classList.contains('map-station')) {
      taken.push({ left, right, top, bottom: bottom + 5 });
      continue;
    }
    const now = marker.getOffset().y;
    // a value stays at its sign or is hidden; a street's name may give way
    const steps = element.classList.contains('map-value') ? [now] : STEPS_ASIDE;
    const aside = steps
      .map((y) => ({ left, right, top: top - now + y, bottom: bottom - now + y, y }))
      .find((box) =>
        taken.every((o) => box.right < o.left || box.left > o.right || box.bottom < o.top || box.top > o.bottom),
      );
    element.style.visibility = aside ? '' : 'hidden';
    if (aside) taken.push(aside);
    if (aside && aside.y !== now) marker.setOffset([0, aside.y]);
  }
}

function coloured(
  geometry: DistrictGeometry,
  streets: NonNullable<MapView['streets']>,
  plain: string,
): GeoJSON.GeoJSON {
  return {
    type: 'FeatureCollection',
    features: geometry.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, fill: resolvedColour(streets[feature.properties.code]?.fill ?? plain) },
    })),
  };
}

function streetNames(geometry: DistrictGeometry, view: MapView, name: (code: string) => string): Marker[] {
  return geometry.features
    .filter((feature) => feature.properties.kind === 'street')
    .map((feature) => {
      const { code } = feature.properties;
      const element = document.createElement('div');
      element.className = 'map-street';
      element.textContent = name(code);
      const text = view.streets?.[code]?.text;
      if (text) element.append(Object.assign(document.createElement('strong'), { textContent: text }));
      return new Marker({ element, opacityWhenCovered: '1' }).setLngLat(labelPlace(feature));
    });
}

function stationPlates({ stations = [], selected, onStation }: MapView): Marker[] {
  return stations.map((station) => {
    const element = document.createElement(onStation ? 'button' : 'div');
    element.className = station.code === selected ? 'map-station selected' : 'map-station';
    element.textContent = station.text ?? station.name;
    element.title = station.title ?? station.name;
    element.setAttribute('aria-label', station.title ?? station.name);
    if (!onStation) element.setAttribute('role', 'img');
    element.style.background = station.background ?? 'var(--surface)';
    element.style.color = station.color ?? 'var(--text)';
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      onStation?.(station.code);
    });
    return new Marker({ element, anchor: 'bottom' }).setLngLat([station.lon, station.lat]);
  });
}
