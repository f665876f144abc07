import { sql } from 'kysely';
import type { Grant } from '#platform/permissions';
import type { Db } from '#platform/store';

/** A person with an account that is open. */
export type Person = { id: string; name: string; email: string | null; grants: Grant[] };

/** Everybody who can log in, with the roles held now, in the order of their log-ins. */
export async function livePeople(db: Db): Promise<Person[]> {
  const { rows } = await sql<Omit<Person, 'grants'> & { grants: { role: string; unit: string; street: string }[] }>`
    select a.id, a.name, a.email, coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'unit', r.unit_id,
      'street', r.street_code) order by r.role, r.unit_id, r.street_code) filter (where r.role is not null), '[]') as grants
    from account a left join account_role r on r.account_id = a.id
    where a.disabled_at is null group by a.id order by a.login`.execute(db);
  return rows.map(({ id, name, email, grants }) => ({
    id,
    name,
    email,
    grants: grants.map((g) => ({
      role: g.role,
      ...(g.unit ? { unitId: g.unit } : {}),
      ...(g.street ? { streetCode: g.street } : {}),
    })),
  }));
}
