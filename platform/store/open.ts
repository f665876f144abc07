import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Refusal } from '#platform/refusal';

/** The connection that every SQL function takes first: a pool or a transaction. Engines add their tables by `withTables`. */
// biome-ignore lint/complexity/noBannedTypes: no table belongs to everybody
export type Db = Kysely<{}>;

export type StoreOptions = {
  /** postgres://… */
  url: string;
  /** connections at most; 10 when left out */
  connections?: number;
  /** work as the migration's owner instead of the application's role (migrations, jobs' own tables) */
  asOwner?: boolean;
  applicationName?: string;
};

export type Store = { db: Db; pool: pg.Pool; url: string; close(): Promise<void> };

/** dates as 'YYYY-MM-DD', bigint as number (we hold no count above 2^53), numeric as the decimal string it is */
const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: (text) => text,
  1182: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')),
};
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const MINIMUM_VERSION = 150000;
export const APPLICATION_ROLE = 'lantian_app';

/**
 * Opens the database.
 * @throws Refusal database_unreachable, database_too_old
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const role = options.asOwner ? undefined : await applicationRole(options.url);
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    application_name: options.applicationName ?? 'lantian',
    options: role ? `-c role=${role} -c timezone=UTC` : '-c timezone=UTC',
    types,
  });
  surviveBreaks(pool);
  await check(pool, options.url);
  const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, url: options.url, close: () => db.destroy() };
}

/**
 * A connection that breaks, idle or lent, must not end the process: an idle one is replaced, who has borrowed one is told
 * by his next query.
 */
export function surviveBreaks(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
}

async function check(pool: pg.Pool, url: string): Promise<void> {
  let version: number;
  try {
    const answer = await pool.query<{ v: string }>("select current_setting('server_version_num') v");
    version = Number(answer.rows[0]?.v);
  } catch (error) {
    await pool.end();
    throw unreachable(url, error);
  }
  if (version < MINIMUM_VERSION) {
    await pool.end();
    throw new Refusal('database_too_old', {
      zh: `数据库版本过低（${Math.floor(version / 10000)}），需要 PostgreSQL 15 或更高，请升级后重试。`,
      en: `This PostgreSQL (${Math.floor(version / 10000)}) is too old: Lantian needs 15 or later, please upgrade it.`,
    });
  }
}

export function unreachable(url: string, error: unknown): Refusal {
  const where = safeAddress(url);
  return new Refusal(
    'database_unreachable',
    {
      zh: `连接不上数据库 ${where}，请检查 DATABASE_URL、网络与口令。`,
      en: `The database ${where} cannot be reached: check DATABASE_URL, the network and the password.`,
    },
    { cause: error instanceof Error ? error.message : String(error) },
  );
}

/** host, port and database of a URL, without user and password */
export function safeAddress(url: string): string {
  try {
    const at = new URL(url);
    return `${at.hostname}:${at.port || 5432}${at.pathname}`;
  } catch {
    return '(DATABASE_URL is not a URL)';
  }
}

/** The application's role where it exists and this login may take it; before the first migration there is none. */
async function applicationRole(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const answer = await client.query(
      `select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')
         and has_schema_privilege(oid, 'public', 'USAGE')`,
      [APPLICATION_ROLE],
    );
    return answer.rowCount ? APPLICATION_ROLE : undefined;
  } catch (error) {
    throw unreachable(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
