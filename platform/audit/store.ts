import type { Generated } from 'kysely';

export type AuditTables = {
  audit: {
    seq: Generated<number>;
    at: Generated<Date>;
    actor_id: string | null;
    actor: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    /** JSON text going in, a value coming out */
    before: unknown;
    after: unknown;
    address: string | null;
    previous_hash: Generated<Buffer>;
    hash: Generated<Buffer>;
  };
};
