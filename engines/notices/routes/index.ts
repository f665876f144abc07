import type { Clock } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import type { ChannelSettings } from '../channels/settings.ts';
import { inboxRoutes } from './inbox.ts';
import { settingRoutes } from './settings.ts';

export type NoticeDeps = { db: Db; clock: Clock; channels: ChannelSettings };

/** A person's own notices and how they are told; nobody sees another's. */
export function noticeRoutes(http: Http, deps: NoticeDeps): void {
  inboxRoutes(http, deps);
  settingRoutes(http, deps);
}
