import type { Http } from '#platform/http';
import { channelRoutes } from './channels/routes.ts';
import type { DeviceDeps } from './deps.ts';
import { inventoryRoutes } from './inventory/routes.ts';
import { stateRoutes } from './inventory/state-routes.ts';
import { logRoutes } from './log/routes.ts';
import { modelRoutes } from './models/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';

/** The register over HTTP: devices, their states, their models and channels. */
export function deviceRoutes(http: Http, deps: DeviceDeps): void {
  inventoryRoutes(http, deps);
  stateRoutes(http, deps);
  modelRoutes(http, deps);
  channelRoutes(http, deps);
  logRoutes(http, deps);
  sheetRoutes(http, deps);
}
