import { record } from '#platform/audit';
import type { Actor } from '#platform/permissions';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { hookAddress } from './channels/address.ts';
import type { ChannelSettings } from './channels/settings.ts';
import type { Urgency } from './matter.ts';
import { tables } from './store.ts';

export type HookKind = 'wecom' | 'dingtalk' | 'json';
export type Preference = {
  mail: Urgency | 'off';
  hook: Urgency | 'off';
  hookKind: HookKind | null;
  /** holds the robot's key: never shown, never logged */
  hookUrl: string | null;
  hookSecret: string | null;
};

export const UNTOLD: Preference = { mail: 'soon', hook: 'off', hookKind: null, hookUrl: null, hookSecret: null };

/** What everybody who chose prefers, by account. */
export async function preferencesOf(db: Db, accountId?: string): Promise<Map<string, Preference>> {
  const rows = await tables(db)
    .selectFrom('notice_preference')
    .selectAll()
    .$if(accountId !== undefined, (q) => q.where('account_id', '=', accountId!))
    .execute();
  return new Map(
    rows.map((row) => [
      row.account_id,
      { mail: row.mail, hook: row.hook, hookKind: row.hook_kind, hookUrl: row.hook_url, hookSecret: row.hook_secret },
    ]),
  );
}

export const preferenceOf = async (db: Db, accountId: string): Promise<Preference> =>
  (await preferencesOf(db, accountId)).get(accountId) ?? UNTOLD;

/** From which urgency on a person wants mail and web hook. @throws Refusal not_in_this_state: there is no web hook */
export async function prefer(db: Db, actor: Actor, wanted: Pick<Preference, 'mail' | 'hook'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await preferenceOf(tx, actor.accountId!);
    if (wanted.hook !== 'off' && !before.hookUrl)
      throw new Refusal('not_in_this_state', {
        zh: '还没有设置群机器人地址，请先填写。',
        en: 'There is no web hook yet: enter its address first.',
      });
    await keep(tx, actor, { ...before, ...wanted });
    await record(tx, actor, {
      action: 'notice.prefer',
      subjectKind: 'account',
      subjectId: actor.accountId!,
      before: { mail: before.mail, hook: before.hook },
      after: wanted,
    });
  });
}

/**
 * Sets where a person's web hook is, or takes it away (null). An address that is given again without its signing secret
 * has none.
 * @throws Refusal value_out_of_range: no https address, or a private one
 */
export async function setHook(
  db: Db,
  settings: ChannelSettings,
  actor: Actor,
  hook: { kind: HookKind; url: string; secret: string | null } | null,
): Promise<void> {
  const address = hook && hookAddress(hook.url, settings.privateHooks);
  await db.transaction().execute(async (tx) => {
    const before = await preferenceOf(tx, actor.accountId!);
    const after: Preference = hook
      ? {
          ...before,
          hook: before.hookUrl ? before.hook : 'soon',
          hookKind: hook.kind,
          hookUrl: address!.href,
          hookSecret: hook.secret,
        }
      : { ...before, hook: 'off', hookKind: null, hookUrl: null, hookSecret: null };
    await keep(tx, actor, after);
    await record(tx, actor, {
      action: 'notice.hook',
      subjectKind: 'account',
      subjectId: actor.accountId!,
      before: shown(before),
      after: shown(after),
    });
  });
}

/** a web hook as people may see it: its kind and host */
export const shown = ({ hookKind, hookUrl, hookSecret }: Preference) =>
  hookUrl && hookKind ? { kind: hookKind, host: new URL(hookUrl).host, signed: hookSecret !== null } : null;

async function keep(db: Db, actor: Actor, p: Preference): Promise<void> {
  const row = { mail: p.mail, hook: p.hook, hook_kind: p.hookKind, hook_url: p.hookUrl, hook_secret: p.hookSecret };
  await tables(db)
    .insertInto('notice_preference')
    .values({ account_id: actor.accountId!, ...row })
    .onConflict((c) => c.column('account_id').doUpdateSet(row))
    .execute();
}
