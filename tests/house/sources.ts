import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const LAYERS = ['standards', 'protocols', 'methods', 'platform', 'engines', 'chapters', 'app', 'web'] as const;
export type Layer = (typeof LAYERS)[number];

export type Source = { path: string; layer: Layer; room: string; text: string; lines: number; imports: Import[] };
/** `to` is a room like `engines/plan`, or `` for a package; `typeOnly` when nothing remains at run time */
export type Import = { spec: string; to: string; typeOnly: boolean; relative: boolean; leaves: boolean };

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', 'data', '.git']);

export function filesBelow(folder: string): string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
const list = (folder: string) => readdirSync(folder, { withFileTypes: true });

/** `engines/plan/read/docx.ts` lives in room `engines/plan`; app and web are one room each */
export const roomOf = (path: string): string => {
  const [layer, room] = path.split('/') as [string, string];
  return layer === 'app' || layer === 'web' ? layer : `${layer}/${room}`;
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*(?:from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

export function readSources(): Source[] {
  return LAYERS.flatMap((layer) => filesBelow(layer))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return {
        path,
        layer: path.split('/')[0] as Layer,
        room: roomOf(path),
        text,
        lines: text.split('\n').length - 1,
        imports: [...text.matchAll(IMPORT)].map((m) => importOf(path, m[3] ?? m[4]!, !!m[1])),
      };
    });
}

function importOf(path: string, spec: string, typeOnly: boolean): Import {
  if (/^#[a-z]+\//.test(spec)) {
    const [layer, room] = spec.slice(1).split('/') as [string, string];
    return { spec, to: layer === 'app' ? 'app' : `${layer}/${room}`, typeOnly, relative: false, leaves: true };
  }
  if (!spec.startsWith('.')) return { spec, to: '', typeOnly, relative: false, leaves: false };
  const target = normalize(join(dirname(path), spec));
  return { spec, to: roomOf(target), typeOnly, relative: true, leaves: roomOf(target) !== roomOf(path) };
}

export const isTest = (path: string): boolean => /\.(test|story)\.tsx?$/.test(path);
export const isTable = (path: string): boolean => path.endsWith('.table.ts');
