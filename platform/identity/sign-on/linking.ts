import { type Acting, record } from '#platform/audit';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { tables } from '../store.ts';
import type { Person } from './sign-on.ts';

/**
 * The account of a person whom the provider vouches for: the one linked before, or the one account that holds the
 * verified e-mail address, which is linked now. An account is never created this way.
 * @throws Refusal login_failed
 */
export async function accountOfPerson(db: Db, by: Pick<Acting, 'address'>, person: Person): Promise<string> {
  return db.transaction().execute(async (t) => {
    const live = () => tables(t).selectFrom('account').select(['id', 'name']).where('disabled_at', 'is', null);
    const linked = await live().where('oidc_subject', '=', person.subject).executeTakeFirst();
    if (linked) return linked.id;
    if (!person.email || !person.emailVerified) throw stranger('no verified e-mail');
    const matching = await live()
      .where('email', '=', person.email)
      .where('oidc_subject', 'is', null)
      .where('demo', '=', false)
      .forUpdate()
      .execute();
    const [account] = matching;
    if (!account || matching.length > 1) throw stranger(`${matching.length} accounts with this e-mail`);
    await tables(t)
      .updateTable('account')
      .set({ oidc_subject: person.subject })
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow();
    await record(
      t,
      { accountId: account.id, name: account.name, address: by.address },
      { action: 'account.link', subjectKind: 'account', subjectId: account.id, after: { subject: person.subject } },
    );
    return account.id;
  });
}

const stranger = (why: string) =>
  new Refusal(
    'login_failed',
    {
      zh: '您还没有本系统的账号，请联系系统管理员按您的邮箱建立账号。',
      en: 'You have no account here yet: ask the administrator to create one with your e-mail address.',
    },
    { why },
  );
