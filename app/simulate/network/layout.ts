import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layOut } from '../devices/layout.ts';
import { groundOf, streetsOf } from '../world/index.ts';
import { DEMO_COUNTS, DEMO_SEED } from './demo.table.ts';
import { NETWORK_FILE, SOURCES_FILE } from './read.ts';
import { modelsText, networkText, sourcesText } from './write.ts';

const MODELS_FILE = 'device-models.yaml';
/** a model in the file, up to the next one */
const OURS = /^ {2}- id: sim-.*(?:\n(?! {2}- id:).*)*\n/gm;

/** Models of real devices that a district has added keep their place behind ours. */
async function modelsWith(path: string): Promise<string> {
  if (!existsSync(path)) return modelsText();
  const [, others = ''] = (await readFile(path, 'utf8')).split(/^models:\n/m);
  return modelsText() + others.replace(OURS, '').replace(/^\n+/, '');
}

/** The files of a district's simulated network, as the seed lays it out: name and text. */
export async function layoutFiles(districtPath: string): Promise<(readonly [name: string, text: string])[]> {
  const ground = groundOf(streetsOf(JSON.parse(readFileSync(join(districtPath, 'streets.geojson'), 'utf8'))));
  const layout = layOut(ground, DEMO_SEED, DEMO_COUNTS);
  return [
    [NETWORK_FILE, networkText(layout)],
    [SOURCES_FILE, sourcesText(layout)],
    [MODELS_FILE, await modelsWith(join(districtPath, MODELS_FILE))],
  ];
}

/** Writes them. @returns the paths */
export async function writeLayout(districtPath: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, text] of await layoutFiles(districtPath)) {
    paths.push(join(districtPath, name));
    await writeFile(join(districtPath, name), text);
  }
  return paths;
}
