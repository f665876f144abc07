import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeviceFiles } from './device-file.ts';

async function folder(files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'district-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

const STATION = `
  - code: "DS-001"
    kind: micro-station
    name: { zh: 德胜门微站, en: Deshengmen }
    model: maker-a
    lon: 116.37
    lat: 39.95
    purpose: ["1.1"]
    identities: [{ protocol: hj-212, identity: "010000A8900016F000169DC0" }]`;

describe("a district's devices", () => {
  it('are none where the folder states none', async () => {
    expect(await readDeviceFiles(await folder({}))).toEqual([]);
  });

  it('are read with their names, places and identities; those of simulated.yaml are simulated', async () => {
    const path = await folder({
      'devices.yaml': `devices:${STATION}`,
      'simulated.yaml': 'devices:\n  - { code: sim-1, kind: muck-truck, name: 模拟渣土车, simulated: true }',
    });
    const [real, made] = await readDeviceFiles(path);
    expect(real).toMatchObject({
      name: { zh: '德胜门微站', en: 'Deshengmen' },
      simulated: false,
      file: 'devices.yaml',
    });
    expect(made).toMatchObject({ name: { zh: '模拟渣土车', en: null }, simulated: true, identities: [], purpose: [] });
  });

  it.each([
    ['a kind that there is not', `devices:\n  - { code: a, kind: toaster, name: x }`, /devices\.0\.kind/],
    ['half a place', `devices:\n  - { code: a, kind: site, name: x, lon: 116.3 }`, /lon and lat/],
    ['one code twice', `devices:${STATION}${STATION}`, /stands twice/],
    [
      'one number for two devices',
      `devices:${STATION}${STATION.replace('DS-001', 'DS-002')}`,
      /hj-212 010000A8900016F000169DC0 is DS-001 already/,
    ],
    ['what is no YAML', 'devices: [', /devices\.yaml/],
  ])('with %s are refused with the place and the remedy', async (_, text, said) => {
    await expect(readDeviceFiles(await folder({ 'devices.yaml': text }))).rejects.toMatchObject({
      code: 'district_invalid',
      sentence: { en: expect.stringMatching(said) },
    });
  });
});
