/**
 * Store 库: the one database, PostgreSQL.
 *
 * By default a real PostgreSQL 18 from npm packages runs as a child process on a data folder (`startEmbedded`); with
 * `DATABASE_URL` the same SQL runs on any PostgreSQL ≥ 15. `openStore` gives the connection that everything else takes
 * as its first argument; `migrate` applies the one linear list of numbered SQL files; `dumpSchema` prints the schema
 * that CI compares with `migrations/schema.sql`.
 *
 * An engine names only its own tables: it declares them in its `store.ts` and takes them with
 * `db.withTables<ItsTables>()`. The application's pool works as role `lantian_app`, which may not change the audit.
 */
export { type CopySource, copyRows } from './copy.ts';
export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './embedded.ts';
export { migrate } from './migrate.ts';
export { type Db, openStore, type Store, type StoreOptions, surviveBreaks } from './open.ts';
export { dumpSchema } from './schema-dump.ts';
