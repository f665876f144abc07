import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useName } from '../app/language.ts';
import type { DistrictGeometry } from '../app/queries.ts';
import { boundsOf, flatten, labelPlace } from './geometry.ts';
import { GROUND, type MapView } from './kinds.ts';

const WIDTH = 600;

/** The map as a plain drawing: stands at once, needs no WebGL, and is what an old computer keeps. */
export function FlatMap({ geometry, view }: { geometry: DistrictGeometry; view: MapView }) {
  const { t } = useTranslation();
  const name = useName();
  const { mode } = useAppearance();
  const ground = GROUND[mode];
  const drawn = useMemo(() => {
    const flat = flatten(boundsOf(geometry.features), WIDTH);
    return { ...flat, shapes: geometry.features.map((feature) => ({ feature, d: flat.path(feature) })) };
  }, [geometry]);
  const district = geometry.features.find((feature) => feature.properties.kind === 'district');
  return (
    <svg
      className="flat-map"
      viewBox={`-10 -10 ${WIDTH + 20} ${drawn.height + 20}`}
      role="img"
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
            strokeWidth={view.selected === properties.code ? 3 : 1.2}
            className={view.onStreet && 'clickable'}
            onClick={() => view.onStreet?.(properties.code)}
          />
        ) : (
          <path key={properties.code} d={d} fill="none" stroke={ground.outline} strokeWidth={1.6} />
        ),
      )}
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
        const half = 9 + text.length * (/[^ -~]/.test(text) ? 8 : 4.5);
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
              d={`M0 0l-6 -8H${-half}v-24H${half}v24H6z`}
              fill={station.background ?? 'var(--surface)'}
              stroke="var(--text)"
            />
            <text y={-15} textAnchor="middle" fontSize="15" fontWeight={600} fill={station.color ?? 'var(--text)'}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** 西长安街街道 → 西长安街; Jinrongjie (Financial Street) Subdistrict → Jinrongjie */
export const shortName = (name: string): string =>
  name.replace(/(?<=.{2})街道$|( \(.+\))? (Sub-?district|Street)$/i, '');
