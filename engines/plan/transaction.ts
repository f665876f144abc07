import type { Db } from '#platform/store';

/** Does an act whole or not at all: in the caller's transaction where there is one, else in its own. */
export function whole<T>(db: Db, act: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? act(db) : db.transaction().execute((tx) => act(tx as unknown as Db));
}
