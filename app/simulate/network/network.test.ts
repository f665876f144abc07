import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDeviceFiles, readDeviceModels } from '#engines/devices';
import { KINDS } from '../devices/kinds.table.ts';
import { layoutFiles } from './layout.ts';
import { readNetwork } from './read.ts';

const DISTRICT = 'districts/xicheng';

describe('the simulated network of Xicheng', () => {
  it('is what the command writes (npx lantian simulate --layout)', async () => {
    for (const [name, text] of await layoutFiles(DISTRICT))
      expect(await readFile(`${DISTRICT}/${name}`, 'utf8')).toBe(text);
  });

  it('is read as the district’s devices are, each with a model that states its units', async () => {
    const devices = (await readDeviceFiles(DISTRICT)).filter(({ file }) => file === 'simulated.yaml');
    const models = new Map((await readDeviceModels(DISTRICT)).map((model) => [model.id, model]));
    for (const { code, kind, model, simulated, name } of devices) {
      expect(simulated).toBe(true);
      expect(name.zh).toMatch(/^模拟/);
      expect(models.get(model ?? '')?.kind, code).toBe(kind);
    }
    for (const { protocol, settings } of models.values())
      if (protocol === 'hj-212') expect(settings.factors.length).toBeGreaterThan(0);
  });

  it('comes back whole: 120 micro-stations in 15 streets, 12 gas stations, 20 sites, 60 vehicles, with their sources', async () => {
    const network = (await readNetwork(DISTRICT))!;
    const count = (pick: (kind: string) => boolean) => network.devices.filter(({ kind }) => pick(kind)).length;
    const micro = ['micro-station', 'mqtt-station', 'http-station', 'sensorthings-station'];
    expect(count((kind) => micro.includes(kind))).toBe(120);
    expect(
      new Set(network.devices.filter(({ kind }) => kind === 'micro-station').map(({ street }) => street)).size,
    ).toBe(15);
    expect(count((kind) => kind === 'gas-station')).toBe(12);
    expect(count((kind) => kind === 'site')).toBe(20);
    expect(count((kind) => kind !== 'road-run' && KINDS[kind as keyof typeof KINDS].stands === 'drives')).toBe(60);
    for (const { source, kind } of network.devices)
      if (kind === 'site' || kind === 'gas-station') expect(network.sources.map(({ id }) => id)).toContain(source);
  });
});
