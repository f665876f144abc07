import { z } from 'zod';

export const unitRef = z.object({ id: z.string().nullable(), name: z.string() });

export const unit = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  streetCode: z.string().nullable(),
  aliases: z.array(z.object({ alias: z.string(), scope: z.string().nullable(), note: z.string().nullable() })),
  members: z.array(z.object({ unitId: z.string(), from: z.string(), until: z.string().nullable() })),
});

export const street = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  pinyin: z.string(),
  areaKm2: z.number(),
  unitId: z.string().nullable(),
});

export const station = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  lon: z.number(),
  lat: z.number(),
  streetCode: z.string().nullable(),
  note: z.object({ zh: z.string(), en: z.string() }).nullable(),
});

/** GET /api/district */
export const district = z.object({
  code: z.string(),
  slug: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  areaKm2: z.number(),
  streets: z.array(street),
  stations: z.array(station),
  /** first and last plan year known */
  planYears: z.array(z.number()),
  /** where a demonstration stands in time; null in real use */
  demoToday: z.string().nullable(),
  today: z.string(),
  tiles: z.object({ url: z.string(), attribution: z.string() }).nullable(),
});

/** GET /api/district/map → GeoJSON FeatureCollection: streets (kind 'street') and the district's outline (kind 'district') */
export const districtMap = z.object({
  type: z.literal('FeatureCollection'),
  attribution: z.object({ zh: z.string(), en: z.string() }),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({
        kind: z.enum(['street', 'district']),
        code: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
      }),
      geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
    }),
  ),
});

export type Unit = z.infer<typeof unit>;
export type UnitRef = z.infer<typeof unitRef>;
export type Street = z.infer<typeof street>;
export type Station = z.infer<typeof station>;
export type District = z.infer<typeof district>;
