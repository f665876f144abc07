import { readDistrict, storeDistrict } from '#engines/district';
import { systemClock } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Store } from '#platform/store';
import { readConfig } from '../app/config.ts';
import { buildServer } from '../app/house.ts';

/** The server of the product, all of its routes, on a database of the test. */
export async function wholeServer(store: Store): Promise<Http> {
  const district = await readDistrict('districts/xicheng');
  await storeDistrict(store.db, district);
  const config = readConfig({ LANTIAN_DEMO: '0' });
  return buildServer({ store, district, districtPath: 'districts/xicheng', config, clock: systemClock });
}
