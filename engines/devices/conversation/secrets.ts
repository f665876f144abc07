import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { Protocol } from '../model.ts';
import { moveRegister } from '../store.ts';

/** Keeps what a device was given as its new password or key, once it has taken it. */
export async function keepSecret(
  db: Db,
  deviceId: number,
  secret: { password: string } | { sm4Key: string },
): Promise<void> {
  const column = 'password' in secret ? 'password' : 'sm4_key';
  const value = 'password' in secret ? secret.password : secret.sm4Key;
  await sql`insert into device_secret (device_id, ${sql.ref(column)}) values (${deviceId}, ${value})
    on conflict (device_id) do update set ${sql.ref(column)} = excluded.${sql.ref(column)}`.execute(db);
  await moveRegister(db);
}

/** Another identity for a device, beside those it has. An identity of another device stays where it is. */
export async function addIdentity(db: Db, deviceId: number, protocol: Protocol, identity: string): Promise<void> {
  await sql`insert into device_identity (protocol, identity, device_id) values (${protocol}, ${identity}, ${deviceId})
    on conflict do nothing`.execute(db);
  await moveRegister(db);
}
