import { Refusal } from '#platform/refusal';
import type { PermissionRow } from './rows.ts';

export const PUBLIC_ROLE = 'public';

/** One role of an account, for a unit or a street where the role needs one. */
export type Grant = { role: string; unitId?: string; streetCode?: string };
/** What an action concerns: any of these units or streets. */
export type Place = { unitIds?: readonly string[]; streetCodes?: readonly string[] };

export type Actor = {
  readonly accountId: string | null;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly address?: string;
  /** whether the action is allowed: anywhere when no place is given and the scope is all, or at this place */
  may(action: string, place?: Place): boolean;
  /** whether some scope of the action is held at all; the handler then narrows by place */
  mayAnywhere(action: string): boolean;
  /** @throws Refusal not_logged_in, no_permission */
  require(action: string, place?: Place): void;
};

export function actorOf(
  who: { accountId: string | null; name: string; grants: readonly Grant[]; address?: string },
  rows: readonly PermissionRow[],
): Actor {
  const grants = who.accountId ? [...who.grants, { role: PUBLIC_ROLE }] : [{ role: PUBLIC_ROLE }];
  const held = grants.flatMap((grant) =>
    rows.filter((row) => row.role === grant.role).map((row) => ({ action: row.action, scope: row.scope, grant })),
  );
  const may = (action: string, place?: Place) =>
    held.some(({ action: a, scope, grant }) => {
      if (a !== action) return false;
      if (scope === 'all') return true;
      if (scope === 'own_unit') return !!grant.unitId && !!place?.unitIds?.includes(grant.unitId);
      return !!grant.streetCode && !!place?.streetCodes?.includes(grant.streetCode);
    });
  return {
    accountId: who.accountId,
    name: who.name,
    grants: who.grants,
    address: who.address,
    may,
    mayAnywhere: (action) => held.some((row) => row.action === action),
    require(action, place) {
      if (may(action, place)) return;
      throw refusalFor(who.accountId, action);
    },
  };
}

export function refusalFor(accountId: string | null, action: string): Refusal {
  if (!accountId) return new Refusal('not_logged_in', { zh: '请先登录。', en: 'Please log in first.' }, { action });
  return new Refusal(
    'no_permission',
    {
      zh: '您的角色没有这项权限，如工作需要请联系管理员。',
      en: 'Your role does not allow this; ask the administrator if your work needs it.',
    },
    { action },
  );
}
