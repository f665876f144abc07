import { bulletinRegistry, bulletinRoutes } from '#engines/bulletins';
import { districtRoutes, readDistrict, storeDistrict } from '#engines/district';
import { airRoutes } from '#engines/evaluation';
import { observationRoutes } from '#engines/observations';
import { planRoutes, planYears } from '#engines/plan';
import { auditRoutes } from '#platform/audit';
import { systemClock } from '#platform/clock';
import { fileRoutes } from '#platform/files';
import { type Http, openHttp } from '#platform/http';
import { installIdentity } from '#platform/identity';
import { workRoutes } from '#platform/jobs';
import type { Store } from '#platform/store';
import { ACTIONS, PERMISSIONS, ROLES } from '../app/roles.ts';
import { systemRoutes } from '../app/routes-system/index.ts';

/** The server with its routes on a database of the test. */
export async function wholeServer({ db, pool }: Store): Promise<Http> {
  const district = await readDistrict('districts/xicheng');
  await storeDistrict(db, district);
  const http = await openHttp({ version: 'test' });
  installIdentity(http, { db, roles: ROLES, permissionRows: PERMISSIONS, actions: ACTIONS });
  auditRoutes(http, { db });
  fileRoutes(http, { db });
  workRoutes(http, { db });
  systemRoutes(http, { db, pool, version: 'test' });
  const at = { db, districtCode: district.district.code, clock: systemClock };
  districtRoutes(http, { ...at, planYears: () => planYears(db, at.districtCode) });
  planRoutes(http, at);
  observationRoutes(http, { ...at, pool });
  airRoutes(http, at);
  bulletinRoutes(http, { ...at, registry: bulletinRegistry([]) });
  return http;
}
