import { z } from 'zod';
import type { DistrictTables } from '#engines/district';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { type AirScope, airScope } from '../wire.ts';

/** 'district:110102' · 'station:1006A' */
export const printScope = (scope: AirScope): string => `${scope.kind}:${scope.code}`;

/** @throws Refusal bad_request */
export function parseScope(text: string): AirScope {
  const [kind, code] = text.split(':');
  const parsed = airScope.safeParse({ kind, code });
  if (parsed.success && parsed.data.code) return parsed.data;
  throw new Refusal('bad_request', {
    zh: `范围“${text}”无法识别，应如 district:110102 或 station:1006A。`,
    en: `The scope “${text}” is not known; write district:110102 or station:1006A.`,
  });
}

/** A scope in an address. */
export const scopeText = z.string().regex(/^(district|station|street):[\w-]{1,32}$/);

export type NamedScope = { readonly scope: AirScope; readonly name: Sentence };

/** The district and its own stations, in this order. */
export async function scopesOf(db: Db, districtCode: string): Promise<NamedScope[]> {
  const t = db.withTables<DistrictTables>();
  const [district, stations] = await Promise.all([
    t.selectFrom('district').where('code', '=', districtCode).select(['code', 'name_zh', 'name_en']).executeTakeFirst(),
    t
      .selectFrom('station')
      .where('district_code', '=', districtCode)
      .where('in_district', '=', true)
      .orderBy('code')
      .select(['code', 'name_zh', 'name_en'])
      .execute(),
  ]);
  const named = (kind: AirScope['kind']) => (row: { code: string; name_zh: string; name_en: string }) => ({
    scope: { kind, code: row.code },
    name: { zh: row.name_zh, en: row.name_en },
  });
  return [...(district ? [named('district')(district)] : []), ...stations.map(named('station'))];
}
