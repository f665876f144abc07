import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { type DistrictTables, loadedDistrict } from './store.ts';
import { district, districtMap, unit } from './wire.ts';

export type DistrictDeps = {
  db: Db;
  districtCode: string;
  clock: Clock;
  /** years with an adopted plan, newest first */
  planYears: () => Promise<number[]>;
};

export function districtRoutes(http: Http, { db, districtCode, clock, planYears }: DistrictDeps): void {
  const t = db.withTables<DistrictTables>();

  http.get('/api/district', {
    config: { may: 'district.read' },
    schema: { summary: 'The district: streets, stations, plan years', tags: ['district'], response: { 200: district } },
    handler: async () => {
      const row = await loadedDistrict(db, districtCode);
      const streets = await t
        .selectFrom('street')
        .leftJoin('unit', (j) => j.onRef('unit.street_code', '=', 'street.code').on('unit.kind', '=', 'street-office'))
        .where('street.district_code', '=', districtCode)
        .orderBy('street.code')
        .select(['street.code', 'street.name_zh', 'street.name_en', 'pinyin', 'area_km2', 'unit.id as unit_id'])
        .execute();
      const stations = await t
        .selectFrom('station')
        .where('district_code', '=', districtCode)
        .where('in_district', '=', true)
        .orderBy('code')
        .selectAll()
        .execute();
      return {
        code: row.code,
        slug: row.slug,
        nameZh: row.name_zh,
        nameEn: row.name_en,
        areaKm2: Number(row.area_km2),
        streets: streets.map((s) => ({
          code: s.code,
          nameZh: s.name_zh,
          nameEn: s.name_en,
          pinyin: s.pinyin,
          areaKm2: Number(s.area_km2),
          unitId: s.unit_id,
        })),
        stations: stations.map((s) => ({
          code: s.code,
          nameZh: s.name_zh,
          nameEn: s.name_en,
          kind: s.kind,
          lon: s.lon,
          lat: s.lat,
          streetCode: s.street_code,
          note: s.note,
        })),
        planYears: await planYears(),
        demoToday: clock.fixed ? clock.today() : null,
        today: clock.today(),
        tiles: row.settings.tiles,
      };
    },
  });

  http.get('/api/district/map', {
    config: { may: 'district.read' },
    schema: {
      summary: "Polygons of the streets and the district's outline (GeoJSON, WGS-84)",
      tags: ['district'],
      response: { 200: districtMap },
    },
    handler: async (_request, reply) => {
      const row = await loadedDistrict(db, districtCode);
      const streets = await t
        .selectFrom('street')
        .where('district_code', '=', districtCode)
        .orderBy('code')
        .selectAll()
        .execute();
      const feature = (
        kind: 'street' | 'district',
        r: { code: string; name_zh: string; name_en: string; boundary: unknown },
      ) => ({
        type: 'Feature' as const,
        properties: { kind, code: r.code, nameZh: r.name_zh, nameEn: r.name_en },
        geometry: r.boundary as z.infer<typeof districtMap>['features'][number]['geometry'],
      });
      reply.header('cache-control', 'private, max-age=300');
      return {
        type: 'FeatureCollection' as const,
        attribution: row.attribution,
        features: [...streets.map((s) => feature('street', s)), feature('district', row)],
      };
    },
  });

  http.get('/api/units', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'Units with scoped aliases and dated members',
      tags: ['district'],
      response: { 200: z.object({ units: z.array(unit) }) },
    },
    handler: async () => {
      const units = await t
        .selectFrom('unit')
        .where('district_code', '=', districtCode)
        .orderBy('position')
        .selectAll()
        .execute();
      const aliases = await t.selectFrom('unit_alias').orderBy('position').selectAll().execute();
      const members = await t.selectFrom('unit_member').orderBy('unit_id').selectAll().execute();
      return {
        units: units.map((u) => ({
          id: u.id,
          nameZh: u.name_zh,
          nameEn: u.name_en,
          kind: u.kind,
          streetCode: u.street_code,
          aliases: aliases.filter((a) => a.unit_id === u.id).map(({ alias, scope, note }) => ({ alias, scope, note })),
          members: members
            .filter((m) => m.collective_id === u.id)
            .map((m) => ({ unitId: m.unit_id, from: m.valid_from, until: m.valid_until })),
        })),
      };
    },
  });
}
