import { queryOptions, useQuery } from '@tanstack/react-query';
import type { District, Me, Unit } from '#app/api';
import { get, rememberCsrf } from './api.ts';

/** Who is asking; also hands the session's token to the fetch wrapper. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await get<Me>('/api/me', {}, signal);
    rememberCsrf(me.csrf);
    return me;
  },
  staleTime: 60_000,
});

export const districtQuery = queryOptions({
  queryKey: ['district'],
  queryFn: ({ signal }) => get<District>('/api/district', {}, signal),
  staleTime: 10 * 60_000,
});

export type DistrictFeature = {
  type: 'Feature';
  properties: { kind: 'street' | 'district'; code: string; nameZh: string; nameEn: string };
  geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
};
export type DistrictGeometry = {
  type: 'FeatureCollection';
  attribution: { zh: string; en: string };
  features: DistrictFeature[];
};

export const mapQuery = queryOptions({
  queryKey: ['district', 'map'],
  queryFn: ({ signal }) => get<DistrictGeometry>('/api/district/map', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async ({ signal }) => (await get<{ units: Unit[] }>('/api/units', {}, signal)).units,
  staleTime: 10 * 60_000,
});

/** Whether the person holds this action in some scope; false until known. */
export function useMay(action: string): boolean {
  return useQuery(meQuery).data?.actions.includes(action) ?? false;
}

/** The newest year with an adopted plan; null when none is adopted. */
export function usePlanYear(): number | null {
  const years = useQuery(districtQuery).data?.planYears ?? [];
  return years.length ? Math.max(...years) : null;
}
