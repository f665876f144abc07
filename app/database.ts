import { join } from 'node:path';
import { migrate, openStore, type Store, startEmbedded } from '#platform/store';
import type { Config } from './config.ts';
import { holderOf, holdFolder } from './holder.ts';
import { ROOT } from './root.ts';

export type Database = { store: Store; ownerUrl: string; close(): Promise<void> };

/**
 * The database that the configuration names, migrated and open.
 *
 * For a command beside a running server on the same data folder it is that server's own database.
 * @param exclusive hold the data folder (the serving process)
 */
export async function openDatabase(
  config: Config,
  exclusive = false,
): Promise<Database & { hold?: ReturnType<typeof holdFolder> }> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl, join(ROOT, 'migrations'));
    const store = await openStore({ url: config.databaseUrl });
    return { store, ownerUrl: config.databaseUrl, close: () => store.close() };
  }
  const holder = exclusive ? undefined : holderOf(config.dataFolder);
  if (holder?.databaseUrl) {
    const store = await openStore({ url: holder.databaseUrl });
    return { store, ownerUrl: holder.databaseUrl, close: () => store.close() };
  }
  const hold = holdFolder(config.dataFolder);
  try {
    const server = await startEmbedded({ folder: config.dataFolder });
    try {
      await migrate(server.url, join(ROOT, 'migrations'));
      const store = await openStore({ url: server.url });
      hold.update({ databaseUrl: server.url });
      const close = async () => {
        await store.close();
        await server.stop();
        hold.release();
      };
      return { store, ownerUrl: server.url, close, hold };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    hold.release();
    throw error;
  }
}
