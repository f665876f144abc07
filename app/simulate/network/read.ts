import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDeviceFiles } from '#engines/devices';
import { Refusal } from '#platform/refusal';
import { type DeviceKind, KINDS } from '../devices/kinds.table.ts';
import type { Layout } from '../devices/layout.ts';
import { MODELS, type ModelId } from '../devices/models.table.ts';
import { SOURCE_KINDS, type SourceKind } from '../world/index.ts';

export const NETWORK_FILE = 'simulated.yaml';
export const SOURCES_FILE = 'simulated-sources.yaml';

const sourcesFile = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string().min(1),
      kind: z.enum(Object.keys(SOURCE_KINDS) as [SourceKind, ...SourceKind[]]),
      name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
      street: z.string().regex(/^\d{9}$/),
      lon: z.number(),
      lat: z.number(),
      registered: z.boolean(),
    }),
  ),
});

const wrong = (file: string, where: string, what: string) =>
  new Refusal('district_invalid', {
    zh: `辖区数据 ${file} 的 ${where || '开头'} 不对：${what}。可用 npx lantian simulate --layout 重新生成。`,
    en: `District data ${file}: ${where || 'the beginning'} is not right: ${what}. \`npx lantian simulate --layout\` writes it anew.`,
  });

const kindOfModel = (model: string | null | undefined): DeviceKind | undefined =>
  (Object.keys(KINDS) as DeviceKind[]).find((kind) => KINDS[kind].models.some(([id]) => id === model));

/**
 * The simulated network of a district: the devices of its `simulated.yaml` that have a simulated model, and its sources.
 * Null when the district has none.
 * @throws Refusal district_invalid: file, place and what is expected there
 */
export async function readNetwork(districtPath: string): Promise<Layout | null> {
  const entries = (await readDeviceFiles(districtPath)).filter(({ file }) => file === NETWORK_FILE);
  const devices = entries.flatMap(({ code, name, model, street, lon, lat, site, identities }) => {
    const kind = kindOfModel(model);
    if (!kind || !model) return [];
    const { protocol } = MODELS[model as ModelId];
    const identity = identities.find((one) => one.protocol === protocol)?.identity;
    if (!identity) throw wrong(NETWORK_FILE, code, `no identity of ${protocol}`);
    if ((lon == null) !== (KINDS[kind].stands === 'drives'))
      throw wrong(NETWORK_FILE, code, lon == null ? 'it has to have a place' : 'it drives and has no place');
    return [
      {
        code: identity,
        kind,
        name: name.zh,
        model: model as ModelId,
        street: street ?? null,
        lon: lon ?? null,
        lat: lat ?? null,
        ...(site ? { source: site } : {}),
      },
    ];
  });
  if (devices.length === 0) return null;
  const text = await readFile(join(districtPath, SOURCES_FILE), 'utf8').catch(() => 'sources: []');
  const parsed = sourcesFile.safeParse(parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw wrong(SOURCES_FILE, issue.path.join('.'), issue.message);
  }
  return { devices, sources: parsed.data.sources.map(({ name, ...source }) => ({ ...source, name: name.zh })) };
}
