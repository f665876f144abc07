import type { Generated } from 'kysely';
import type { Db } from '#platform/store';

export type IdentityTables = {
  account: {
    id: Generated<string>;
    login: string;
    name: string;
    email: string | null;
    password_hash: string | null;
    oidc_subject: string | null;
    must_change_password: Generated<boolean>;
    demo: Generated<boolean>;
    created_at: Generated<Date>;
    disabled_at: Date | null;
    seen_at: Date | null;
  };
  account_role: { account_id: string; role: string; unit_id: string; street_code: string };
  session: {
    token_hash: Buffer;
    account_id: string;
    csrf: string;
    created_at: Generated<Date>;
    seen_at: Generated<Date>;
    expires_at: Date;
    address: string | null;
    agent: string | null;
  };
  login_attempt: { key: Buffer; since: Date; count: number };
  oidc_attempt: {
    id_hash: Buffer;
    state: string;
    nonce: string;
    verifier: string;
    return_to: string;
    redirect: string;
    expires_at: Date;
  };
};

export const tables = (db: Db) => db.withTables<IdentityTables>();
