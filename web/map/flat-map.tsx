import { type MouseEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useName } from '../app/language.ts';
import type { DistrictGeometry } from '../app/queries.ts';
import { boundsOf, flatten, labelPlace } from './geometry.ts';
import { GROUND, type MapView, SHAPED_SIGN } from './kinds.ts';
import { PointPaths } from './point.tsx';

const MARGIN = 10;
/** of a long line of the ground, how many times its picture is wider than high */
const WIDEST = 1.6;

/** The map as a plain drawing: stands at once, needs no WebGL, and is what an old computer keeps. */
export function FlatMap({ geometry, view, height }: { geometry: DistrictGeometry; view: MapView; height: number }) {
  const { t } = useTranslation();
  const name = useName();
  const { mode } = useAppearance();
  const ground = GROUND[mode];
  const drawn = useMemo(() => {
    // drawn at the size at which it stands, so that its letters keep theirs
    const bounds = boundsOf(geometry.features);
    const seen = view.focus ?? bounds;
    const inside = height - 2 * MARGIN;
    // what is looked at fills the height, or the width where it is wider than high
    const across = flatten(seen, 1).height;
    const seenWidth = Math.min(inside / across, inside * WIDEST);
    const flat = flatten(bounds, (seenWidth * (bounds[2] - bounds[0])) / (seen[2] - seen[0]));
    const [left, top] = flat.place(seen[0], seen[3]);
    const size = [seenWidth + 2 * MARGIN, seenWidth * across + 2 * MARGIN];
    return {
      ...flat,
      box: [left - MARGIN, top - MARGIN, ...size].join(' '),
      shapes: geometry.features.map((feature) => ({ feature, d: flat.path(feature) })),
    };
  }, [geometry, height, view.focus]);
  const district = geometry.features.find((feature) => feature.properties.kind === 'district');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a place is written as text with the keyboard
    <svg
      className="flat-map"
      viewBox={drawn.box}
      role="img"
      style={view.onGround && { cursor: 'crosshair' }}
      onClick={(event) => {
        if (!view.onGround) return;
        const at = toDrawing(event);
        view.onGround(...drawn.ground(at.x, at.y));
      }}
      aria-label={t('shared.map.label', { district: district ? name(district.properties) : '' })}
    >
      {drawn.shapes.map(({ feature: { properties }, d }) =>
        properties.kind === 'street' ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map is the keyboard's way
          <path
            key={properties.code}
            d={d}
            fill={view.streets?.[properties.code]?.fill ?? ground.street}
            stroke={view.selected === properties.code ? ground.selected : ground.line}
            strokeWidth={view.selected === properties.code ? 2.4 : 1}
            className={view.onStreet && 'clickable'}
            onClick={() => view.onStreet?.(properties.code)}
          />
        ) : (
          <path key={properties.code} d={d} fill="none" stroke={ground.outline} strokeWidth={1.6} />
        ),
      )}
      <FlatShapes view={view} place={drawn.place} />
      <FlatCells cells={view.cells} place={drawn.place} />
      {view.points?.map(({ code, lon, lat, title, text, shaped, ...sign }) => {
        const [x, y] = drawn.place(lon, lat);
        const size = shaped ? SHAPED_SIGN : 1;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map is the keyboard's way
          <g
            key={code}
            className={view.onPoint && 'clickable'}
            onClick={() => view.onPoint?.(code)}
            transform={`translate(${x - 7 * size} ${y - 7 * size}) scale(${0.875 * size})`}
          >
            <title>{title}</title>
            <PointPaths {...sign} />
            {text && (
              <text x={8} y={-2} className="flat-map-street">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {geometry.features
        .filter((feature) => feature.properties.kind === 'street')
        .map((feature) => {
          const [x, y] = drawn.place(...labelPlace(feature));
          const text = view.streets?.[feature.properties.code]?.text;
          return (
            <text key={feature.properties.code} x={x} y={y} className="flat-map-street">
              <tspan x={x}>{shortName(name(feature.properties))}</tspan>
              {text && (
                <tspan x={x} dy="1.25em" fontWeight={600}>
                  {text}
                </tspan>
              )}
            </text>
          );
        })}
      {view.stations?.map((station) => {
        const [x, y] = drawn.place(station.lon, station.lat);
        const text = station.text ?? station.name;
        const half = 6 + text.length * (/[^ -~]/.test(text) ? 5.5 : 3.6);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map is the keyboard's way
          <g
            key={station.code}
            className={view.onStation && 'clickable'}
            onClick={() => view.onStation?.(station.code)}
            transform={`translate(${x} ${y})`}
          >
            <title>{station.title ?? station.name}</title>
            <path
              d={`M0 0l-5 -6H${-half}v-20H${half}v20H5z`}
              fill={station.background ?? 'var(--surface)'}
              stroke="var(--text)"
            />
            <text y={-12} textAnchor="middle" fontSize="12" fontWeight={600} fill={station.color ?? 'var(--text)'}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Where in the drawing's own measure a click fell. */
function toDrawing({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>): { x: number; y: number } {
  const inverse = currentTarget.getScreenCTM()?.inverse();
  return new DOMPoint(clientX, clientY).matrixTransform(inverse);
}

/** Lines and areas of the ground. */
function FlatShapes({ view, place }: { view: MapView; place: (lon: number, lat: number) => [number, number] }) {
  return view.shapes?.map(({ code, geometry, color, title }) => {
    const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : geometry.coordinates;
    const d = `M${ring.map(([lon, lat]) => place(lon, lat).join(' ')).join('L')}${geometry.type === 'Polygon' ? 'Z' : ''}`;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the list below the map is the keyboard's way
      <path
        key={code}
        d={d}
        fill={geometry.type === 'Polygon' ? color : 'none'}
        fillOpacity={0.3}
        stroke={color}
        strokeWidth={2}
        className={view.onPoint && 'clickable'}
        onClick={() => view.onPoint?.(code)}
      >
        <title>{title}</title>
      </path>
    );
  });
}

/** Squares of the ground, hatched. */
function FlatCells({
  cells,
  place,
}: {
  cells: MapView['cells'];
  place: (lon: number, lat: number) => [number, number];
}) {
  if (!cells?.length) return null;
  const path = cells
    .map(({ geometry }) => `M${geometry.coordinates[0]!.map(([lon, lat]) => place(lon!, lat!).join(' ')).join('L')}Z`)
    .join('');
  return (
    <>
      <defs>
        <pattern id="map-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v7" stroke="var(--lamp-overdue)" strokeWidth="2.2" strokeOpacity="0.55" />
        </pattern>
      </defs>
      <path d={path} fill="url(#map-hatch)" pointerEvents="none" />
    </>
  );
}

/** 西长安街街道 → 西长安街; Jinrongjie (Financial Street) Subdistrict → Jinrongjie */
export const shortName = (name: string): string =>
  name.replace(/(?<=.{2})街道$|( \(.+\))? (Sub-?district|Street)$/i, '');
