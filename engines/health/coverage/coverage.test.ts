import { describe, expect, it } from 'vitest';
import { type StreetShape, streetShapes } from '#engines/district';
import { freshDatabase } from '../../../tests/database.ts';
import { reconcileHealthDays } from '../days/reconcile.ts';
import { network, TEN } from '../fixtures.ts';
import { cellsOf } from './cells.ts';
import { findGaps } from './gaps.ts';
import { streetNetworks } from './streets.ts';

/** about 2,000 m by 1,000 m on the equator */
const SQUARE: StreetShape = {
  code: 's',
  nameZh: '某街道',
  nameEn: 'a street',
  polygons: [
    [
      [
        [0, 0],
        [0.0179663, 0],
        [0.0179663, 0.0089831],
        [0, 0.0089831],
        [0, 0],
      ],
    ],
  ],
};

describe('coverage gaps', () => {
  const cells = cellsOf([SQUARE]);

  it('are cells whose middle is farther than the limit from every device', () => {
    expect(cells.cells).toHaveLength(20 * 10);
    const { gaps, byStreet } = findGaps(cells, [{ lon: 0.00898, lat: 0.00449 }], 500);
    const farther = cells.cells.filter(
      ({ west, south }) => Math.hypot(west * 111_320 + 50 - 1000, south * 111_320 + 50 - 500) > 500,
    );
    expect(gaps.length).toBe(farther.length);
    expect(byStreet.get('s')).toEqual({ cells: 200, gaps: farther.length });
    expect(Math.min(...gaps.map(({ metres }) => metres!))).toBeGreaterThan(500);
  });

  it('are everything where there is no device, and nothing where they stand close', () => {
    expect(findGaps(cells, [], 500).gaps).toHaveLength(200);
    const close = cells.cells.map(({ west, south }) => ({ lon: west, lat: south }));
    expect(findGaps(cells, close, 100).gaps).toEqual([]);
  });
});

describe("a street's network", async () => {
  const store = await freshDatabase();
  const net = await network(store);

  it('says how many devices work and how complete their hours are, and which streets have none', async () => {
    for (const code of ['a', 'b']) {
      await net.device(code, { street: '110102009' });
      await net.sends(code, TEN);
    }
    await net.look(TEN);
    await net.minutes(TEN, TEN + 5 * 60_000, ['a']);
    await store.pool.query(
      `insert into hour_value (device_id, hour, mean, samples, flags, source_id)
       select $1, $2::timestamptz + i * interval '1 hour', '{30}', '{60}', 'V', 1 from generate_series(0, 9) i`,
      [net.idOf('a'), new Date(TEN - 10 * 3_600_000)],
    );
    await reconcileHealthDays(store.db, '2026-11-02', '2026-11-02', new Date(TEN));
    const networks = await streetNetworks(store.db, '110102', '2026-11-02');
    expect(networks.find(({ streetCode }) => streetCode === '110102009')).toEqual({
      ...{ streetCode: '110102009', kind: 'micro-station', devices: 2, working: 2, dayShare: 0.5, monthShare: 0.5 },
    });
    const empty = networks.filter(({ devices }) => devices === 0);
    expect(empty).toHaveLength((await streetShapes(store.db, '110102')).length - 1);
    expect(empty[0]).toMatchObject({ kind: 'micro-station', dayShare: null });
  });
});
