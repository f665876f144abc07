import { type GeoJSONSource, type Map as GlMap, Marker, type PointLike } from 'maplibre-gl';
import { GROUND, type MapView, SHAPED_SIGN } from './kinds.ts';
import { type MapPoint, resolvedColour, signImage } from './points.ts';

const SCALE = 2;
const HATCH = 8;
/** px around a click that still meet a sign: a finger is wider than a pointer */
const REACH = 6;
/** size of a sign over its own line or area from the zoom at which a street fills the picture */
const SHAPED_NEAR = 0.4;
const NEAR = 14;
const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Signs of devices and hatched cells on an opened map: drawn by the engine, however many there are. */
export function openPoints(map: GlMap, mode: 'light' | 'dark', onPoint: (code: string) => void) {
  const ground = GROUND[mode].page;
  let drawn = '';
  const ready = () => map.getSource('points') !== undefined;
  map.on('load', () => {
    map.addImage('hatch', hatch(resolvedColour('var(--lamp-overdue)')), { pixelRatio: SCALE });
    map.addSource('cells', { type: 'geojson', data: NOTHING });
    map.addSource('shapes', { type: 'geojson', data: NOTHING });
    map.addSource('points', { type: 'geojson', data: NOTHING });
    map.addLayer(
      { id: 'cells', type: 'fill', source: 'cells', paint: { 'fill-pattern': 'hatch', 'fill-opacity': 0.6 } },
      'outline',
    );
    map.addLayer({
      id: 'shapes',
      type: 'fill',
      source: 'shapes',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.3 },
    });
    map.addLayer({
      id: 'shape-lines',
      type: 'line',
      source: 'shapes',
      paint: { 'line-color': ['get', 'color'], 'line-width': 2.4 },
    });
    map.addLayer({
      id: 'points',
      type: 'symbol',
      source: 'points',
      layout: {
        'icon-image': ['get', 'sign'],
        'icon-size': [
          'step',
          ['zoom'],
          ['case', ['get', 'shaped'], SHAPED_SIGN, 1],
          NEAR,
          ['case', ['get', 'shaped'], SHAPED_NEAR, 1],
        ],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    });
  });
  const near = ({ x, y }: { x: number; y: number }) => {
    if (!ready()) return undefined;
    const box: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    return map.queryRenderedFeatures(box, { layers: ['points', 'shape-lines', 'shapes'] })[0]?.properties;
  };
  map.on('click', (event) => {
    const code: unknown = near(event.point)?.code;
    if (typeof code === 'string') onPoint(code);
  });
  map.on('mousemove', (event) => {
    const at = near(event.point);
    const canvas = map.getCanvas();
    canvas.title = typeof at?.title === 'string' ? at.title : '';
    if (at) canvas.style.cursor = 'pointer';
    else if (canvas.style.cursor === 'pointer') canvas.style.cursor = '';
  });

  const show = ({ points = [], cells = [], shapes = [] }: MapView) => {
    if (!ready()) return;
    for (const point of points) {
      const id = signId(point);
      if (!map.hasImage(id))
        map.addImage(id, signImage(point, resolvedColour(point.color), ground, SCALE), { pixelRatio: SCALE });
    }
    // the same signs again cost nothing
    const now = JSON.stringify([
      points.map((p) => [p.code, p.lon, p.lat, signId(p), p.title, p.shaped]),
      cells.length,
      cells[0],
      shapes,
    ]);
    if (now === drawn) return;
    drawn = now;
    map.getSource<GeoJSONSource>('cells')?.setData({ type: 'FeatureCollection', features: cells as GeoJSON.Feature[] });
    map.getSource<GeoJSONSource>('shapes')?.setData({
      type: 'FeatureCollection',
      features: shapes.map(({ code, title, color, geometry }) => ({
        type: 'Feature',
        properties: { code, title, color: resolvedColour(color) },
        geometry,
      })),
    });
    map.getSource<GeoJSONSource>('points')?.setData({
      type: 'FeatureCollection',
      features: points.map((point) => ({
        type: 'Feature',
        properties: { code: point.code, title: point.title, sign: signId(point), shaped: point.shaped ?? false },
        geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
      })),
    });
  };

  /** Printed values above their signs; those that would lie over another give way. */
  const labels = ({ points = [] }: MapView): Marker[] =>
    points
      .filter(({ text }) => text !== undefined)
      .map(({ text, lon, lat }) => {
        const element = document.createElement('div');
        element.className = 'map-street map-value';
        element.textContent = text ?? '';
        return new Marker({ element, anchor: 'bottom', offset: [0, -8], opacityWhenCovered: '1' }).setLngLat([
          lon,
          lat,
        ]);
      });
  return { show, labels, isAt: (point: { x: number; y: number }) => near(point) !== undefined };
}

const signId = ({ shape, fill, color }: Pick<MapPoint, 'shape' | 'fill' | 'color'>) => `${shape} ${fill} ${color}`;

function hatch(color: string): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = HATCH * SCALE;
  const draw = canvas.getContext('2d')!;
  draw.strokeStyle = color;
  draw.lineWidth = 1.6 * SCALE;
  const side = HATCH * SCALE;
  for (const from of [-side, 0, side]) {
    draw.moveTo(from, side);
    draw.lineTo(from + side, 0);
  }
  draw.stroke();
  return draw.getImageData(0, 0, side, side);
}
