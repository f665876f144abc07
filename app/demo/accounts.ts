import type { DemoAccount } from '#platform/identity';
import { checkedGrants, createAccount, type PlaceCheck } from '#platform/identity';
import type { Grant } from '#platform/permissions';
import type { Db } from '#platform/store';
import { ROLES } from '../roles.ts';

const PASSWORD = 'lantian-demo';
const titleOf = (role: string) => ROLES.find((row) => row.id === role)!.title;

/** One log-in a role, for the demonstration only; the log-in page offers them while they exist. */
export const DEMO_PEOPLE: readonly { login: string; name: string; grant: Grant }[] = [
  { login: 'airoffice', name: '大气办（演示）', grant: { role: 'air_office' } },
  { login: 'leader', name: '区领导（演示）', grant: { role: 'district_leader' } },
  {
    login: 'bureau',
    name: '区城市管理委经办人（演示）',
    grant: { role: 'unit_officer', unitId: 'city-management-commission' },
  },
  {
    login: 'bureauhead',
    name: '区城市管理委负责人（演示）',
    grant: { role: 'unit_head', unitId: 'city-management-commission' },
  },
  { login: 'street', name: '月坛街道经办人（演示）', grant: { role: 'street_officer', streetCode: '110102007' } },
  { login: 'inspector', name: '执法检查人员（演示）', grant: { role: 'inspector' } },
  { login: 'data', name: '数据工程师（演示）', grant: { role: 'data_engineer' } },
  { login: 'admin', name: '系统管理员（演示）', grant: { role: 'administrator' } },
];

export const DEMO_ACCOUNTS: readonly DemoAccount[] = DEMO_PEOPLE.map(({ login, name, grant }) => ({
  login,
  name,
  password: PASSWORD,
  role: titleOf(grant.role),
}));

export async function createDemoAccounts(db: Db, placeExists: PlaceCheck): Promise<number> {
  const system = { accountId: null, name: 'system' };
  for (const { login, name, grant } of DEMO_PEOPLE)
    await createAccount(db, system, {
      login,
      name,
      password: PASSWORD,
      demo: true,
      grants: await checkedGrants([grant], ROLES, placeExists),
    });
  return DEMO_PEOPLE.length;
}
