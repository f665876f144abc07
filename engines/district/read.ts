import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refusal } from '#platform/refusal';
import { checkTogether } from './check.ts';
import { demoSchema, settingsSchema } from './settings.ts';

const code = z.string().regex(/^\d{6}(\d{3})?$/, 'a statistical code of 6 or 9 digits, in quotes');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab case');
const date = z.iso.date();

const districtFile = z.strictObject({
  district: z.strictObject({
    code,
    slug: id,
    name_zh: z.string(),
    name_en: z.string(),
    city_zh: z.string(),
    city_en: z.string(),
    area_km2: z.number().positive(),
    map_attribution: z.strictObject({ zh: z.string(), en: z.string() }),
  }),
  settings: settingsSchema,
  demo: demoSchema.optional(),
});
const streetsFile = z.strictObject({
  streets: z
    .array(
      z.strictObject({
        code,
        name_zh: z.string(),
        name_en: z.string(),
        pinyin: z.string(),
        area_km2: z.number().positive(),
      }),
    )
    .min(1),
});
const stationsFile = z.strictObject({
  stations: z.array(
    z.strictObject({
      code: z.string().min(1),
      name_zh: z.string(),
      name_en: z.string(),
      kind: z.enum(['national', 'municipal', 'reference', 'micro']),
      in_district: z.boolean().default(true),
      lon: z.number().min(73).max(136),
      lat: z.number().min(3).max(54),
      street: code.optional(),
      note: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
    }),
  ),
});
const unitsFile = z.strictObject({
  units: z
    .array(
      z.strictObject({
        id,
        name_zh: z.string().min(1),
        name_en: z.string().min(1),
        kind: z.string().min(1),
        street: code.optional(),
        aliases: z
          .array(
            z.strictObject({ alias: z.string().min(1), scope: z.string().optional(), note: z.string().optional() }),
          )
          .default([]),
        members: z.array(z.strictObject({ unit: id, from: date, until: date.optional() })).default([]),
        all_of: z.literal('street-office').optional(),
        in_text_only: z.boolean().default(false),
        note: z.string().optional(),
      }),
    )
    .min(1),
});
const polygons = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code }),
      geometry: z.object({
        type: z.enum(['Polygon', 'MultiPolygon']),
        coordinates: z.array(z.array(z.array(z.union([z.number(), z.array(z.number())])))),
      }),
    }),
  ),
});

export type DistrictFolder = {
  path: string;
  district: z.infer<typeof districtFile>['district'];
  settings: z.infer<typeof settingsSchema>;
  demo: z.infer<typeof demoSchema> | undefined;
  streets: z.infer<typeof streetsFile>['streets'];
  stations: z.infer<typeof stationsFile>['stations'];
  units: z.infer<typeof unitsFile>['units'];
  polygons: z.infer<typeof polygons>;
  /** changes when any file of the folder's own does */
  digest: string;
};

/**
 * Reads and checks one district's folder.
 * @throws Refusal district_invalid: names the file, the path in it and what to write there
 */
export async function readDistrict(path: string): Promise<DistrictFolder> {
  const hash = createHash('sha256');
  const load = async <T extends z.ZodType>(name: string, schema: T): Promise<z.infer<T>> => {
    const text = await readFile(join(path, name), 'utf8').catch(() => undefined);
    if (text === undefined) throw invalid(name, '', '文件不存在，请补上', 'the file is missing: add it');
    hash.update(name).update(text);
    let data: unknown;
    try {
      data = name.endsWith('.yaml') ? parse(text) : JSON.parse(text);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      throw invalid(name, '', `格式有误（${why}），请改正`, `it cannot be parsed (${why}): mend it`);
    }
    const checked = schema.safeParse(data);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      throw invalid(name, issue.path.join('.'), `${issue.message}，请按说明改正`, `${issue.message}: correct it`);
    }
    return checked.data;
  };
  const [base, streets, stations, units, shapes] = [
    await load('district.yaml', districtFile),
    await load('streets.yaml', streetsFile),
    await load('stations.yaml', stationsFile),
    await load('units.yaml', unitsFile),
    await load('streets.geojson', polygons),
  ];
  const folder = {
    path,
    ...base,
    demo: base.demo,
    ...streets,
    ...stations,
    ...units,
    polygons: shapes,
    digest: hash.digest('hex'),
  };
  checkTogether(folder);
  return folder;
}

export function invalid(file: string, path: string, zh: string, en: string): Refusal {
  const at = path ? `${file} → ${path}` : file;
  return new Refusal(
    'district_invalid',
    { zh: `辖区数据 ${at}：${zh}。`, en: `District data ${at}: ${en}.` },
    { file, path },
  );
}

/** Names of the district folders, alphabetical. */
export async function districtFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
