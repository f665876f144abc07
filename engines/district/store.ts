import { union } from '@turf/union';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { DistrictFolder } from './read.ts';
import type { DistrictSettings } from './settings.ts';

export type DistrictTables = {
  district: {
    code: string;
    slug: string;
    name_zh: string;
    name_en: string;
    area_km2: string;
    settings: DistrictSettings;
    boundary: unknown;
    attribution: Sentence;
    digest: string;
  };
  street: {
    code: string;
    district_code: string;
    name_zh: string;
    name_en: string;
    pinyin: string;
    area_km2: string;
    boundary: unknown;
  };
  unit: {
    id: string;
    district_code: string;
    position: number;
    name_zh: string;
    name_en: string;
    kind: string;
    street_code: string | null;
  };
  unit_alias: { unit_id: string; alias: string; scope: string | null; note: string | null; position: number };
  unit_member: { collective_id: string; unit_id: string; valid_from: string; valid_until: string | null };
  station: {
    code: string;
    district_code: string;
    name_zh: string;
    name_en: string;
    kind: string;
    in_district: boolean;
    lon: number;
    lat: number;
    street_code: string | null;
    note: { zh: string; en: string } | null;
  };
};

/** What the collectives' rule `all_of` expands to stands from before any plan: no end, and a beginning long ago. */
const ALWAYS = '2000-01-01';

/** Mirrors a district's folder into its tables, all or nothing; unchanged files cost one query. @returns whether anything was written */
export async function storeDistrict(db: Db, folder: DistrictFolder): Promise<boolean> {
  const t = db.withTables<DistrictTables>();
  const { code } = folder.district;
  const known = await t.selectFrom('district').where('code', '=', code).select('digest').executeTakeFirst();
  if (known?.digest === folder.digest) return false;
  await t.transaction().execute(async (tx) => {
    const row = {
      slug: folder.district.slug,
      name_zh: folder.district.name_zh,
      name_en: folder.district.name_en,
      area_km2: String(folder.district.area_km2),
      settings: JSON.stringify(folder.settings) as unknown as DistrictSettings,
      boundary: JSON.stringify(outline(folder)),
      attribution: JSON.stringify(folder.district.map_attribution) as unknown as Sentence,
      digest: folder.digest,
    };
    await tx
      .insertInto('district')
      .values({ code, ...row })
      .onConflict((c) => c.column('code').doUpdateSet(row))
      .execute();
    // streets before units and stations, which point to them; gone ones go last
    const shape = new Map(folder.polygons.features.map((f) => [f.properties.code, f.geometry]));
    const streets = folder.streets.map((s) => ({
      ...s,
      area_km2: String(s.area_km2),
      district_code: code,
      boundary: JSON.stringify(shape.get(s.code)),
    }));
    await tx
      .insertInto('street')
      .values(streets)
      .onConflict((c) =>
        c.column('code').doUpdateSet((e) => ({
          name_zh: e.ref('excluded.name_zh'),
          name_en: e.ref('excluded.name_en'),
          pinyin: e.ref('excluded.pinyin'),
          area_km2: e.ref('excluded.area_km2'),
          boundary: e.ref('excluded.boundary'),
        })),
      )
      .execute();
    await storeUnits(tx as unknown as Db, folder);
    const stations = folder.stations.map(({ street, note, ...s }) => ({
      ...s,
      district_code: code,
      street_code: street ?? null,
      note: (note ? JSON.stringify(note) : null) as unknown as null,
    }));
    await tx.deleteFrom('station').where('district_code', '=', code).execute();
    if (stations.length) await tx.insertInto('station').values(stations).execute();
    await tx
      .deleteFrom('street')
      .where('district_code', '=', code)
      .where(
        'code',
        'not in',
        folder.streets.map((s) => s.code),
      )
      .execute();
  });
  return true;
}

async function storeUnits(db: Db, folder: DistrictFolder): Promise<void> {
  const tx = db.withTables<DistrictTables>();
  await tx.deleteFrom('unit').where('district_code', '=', folder.district.code).execute();
  const shown = folder.units.map((u, position) => ({
    id: u.id,
    district_code: folder.district.code,
    position,
    name_zh: u.name_zh,
    name_en: u.name_en,
    kind: u.in_text_only ? 'in_text_only' : u.kind,
    street_code: u.street ?? null,
  }));
  await tx.insertInto('unit').values(shown).execute();
  const aliases = folder.units.flatMap((u) =>
    u.aliases.map((a, position) => ({
      unit_id: u.id,
      alias: a.alias,
      scope: a.scope ?? null,
      note: a.note ?? null,
      position,
    })),
  );
  if (aliases.length) await tx.insertInto('unit_alias').values(aliases).execute();
  const members = folder.units.flatMap((u) => [
    ...u.members.map((m) => ({
      collective_id: u.id,
      unit_id: m.unit,
      valid_from: m.from,
      valid_until: m.until ?? null,
    })),
    ...(u.all_of ? folder.units.filter((o) => o.kind === u.all_of && o.id !== u.id) : []).map((o) => ({
      collective_id: u.id,
      unit_id: o.id,
      valid_from: ALWAYS,
      valid_until: null,
    })),
  ]);
  if (members.length) await tx.insertInto('unit_member').values(members).execute();
}

/** The district's outline: the union of its streets. */
function outline(folder: DistrictFolder): unknown {
  const features = folder.polygons.features as unknown as Parameters<typeof union>[0]['features'];
  return features.length === 1 ? features[0]!.geometry : union({ type: 'FeatureCollection', features })?.geometry;
}

/** The one district of this installation, as it was loaded last. */
export async function loadedDistrict(db: Db, code: string) {
  return db
    .withTables<DistrictTables>()
    .selectFrom('district')
    .where('code', '=', code)
    .selectAll()
    .executeTakeFirstOrThrow();
}

/** The district's units in the order of its directory. */
export async function loadedUnits(
  db: Db,
  districtCode: string,
): Promise<{ id: string; name: { zh: string; en: string }; street: string | null; collective: boolean }[]> {
  const rows = await db
    .withTables<DistrictTables>()
    .selectFrom('unit')
    .where('district_code', '=', districtCode)
    .orderBy('position')
    .select(['id', 'name_zh', 'name_en', 'street_code', 'kind'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    street: row.street_code,
    collective: row.kind === 'collective',
  }));
}

export async function loadedStreets(
  db: Db,
  districtCode: string,
): Promise<{ code: string; name: { zh: string; en: string } }[]> {
  const rows = await db
    .withTables<DistrictTables>()
    .selectFrom('street')
    .where('district_code', '=', districtCode)
    .orderBy('code')
    .select(['code', 'name_zh', 'name_en'])
    .execute();
  return rows.map((row) => ({ code: row.code, name: { zh: row.name_zh, en: row.name_en } }));
}
