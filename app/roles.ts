import type { PermissionRow, PermissionScope, RoleRow } from '#platform/permissions';
import type { Sentence } from '#platform/refusal';

/** Who works with Lantian. A role is one row here and its column of rows below. */
export const ROLES = [
  { id: 'administrator', title: { zh: '系统管理员', en: 'Administrator' } },
  { id: 'district_leader', title: { zh: '区领导', en: 'District leader' } },
  { id: 'air_office', title: { zh: '大气办', en: 'Air office' } },
  { id: 'unit_officer', title: { zh: '部门经办人', en: 'Unit officer' }, needs: 'unit' },
  { id: 'unit_head', title: { zh: '部门负责人', en: 'Head of a unit' }, needs: 'unit' },
  { id: 'street_officer', title: { zh: '街道经办人', en: 'Street officer' }, needs: 'street' },
  { id: 'street_head', title: { zh: '街道负责人', en: 'Head of a street office' }, needs: 'street' },
  { id: 'inspector', title: { zh: '执法检查人员', en: 'Inspector' } },
  { id: 'data_engineer', title: { zh: '数据工程师', en: 'Data engineer' } },
  { id: 'public', title: { zh: '公众', en: 'Public' } },
] as const satisfies readonly RoleRow[];

export type RoleId = (typeof ROLES)[number]['id'];

/** What may be done; every route names one of these. */
export const ACTIONS = {
  'district.read': { zh: '查看辖区', en: 'See the district' },
  'air.read': { zh: '查看空气质量', en: 'See the air quality' },
  'bulletin.read': { zh: '查看通报', en: 'Read bulletins' },
  'bulletin.draft': { zh: '编制通报', en: 'Draft bulletins' },
  'bulletin.issue': { zh: '签发通报', en: 'Issue bulletins' },
  'plan.read': { zh: '查看行动计划', en: 'See the action plan' },
  'plan.draft': { zh: '导入和校对行动计划', en: 'Import and review plans' },
  'plan.adopt': { zh: '确认行动计划生效', en: 'Adopt plans' },
  'measure.report': { zh: '填报措施进展', en: 'Report on measures' },
  'supervision.read': { zh: '查看督办', en: 'See supervision' },
  'supervision.review': { zh: '审核本单位报告', en: "Review one's own unit's reports" },
  'supervision.issue': { zh: '督办、复核和销号', en: 'Supervise, accept reports and strike off' },
  'target.assign': { zh: '录入下达的目标', en: 'Enter assigned targets' },
  'plan.bind': { zh: '选择措施的指标', en: 'Choose the indicators of a measure' },
  'indicators.read': { zh: '查看指标', en: 'See indicators' },
  'ledger.read': { zh: '查看台账', en: 'See ledgers' },
  'ledger.keep': { zh: '维护台账', en: 'Keep ledgers' },
  'inspection.read': { zh: '查看检查记录', en: 'See inspections' },
  'inspection.make': { zh: '开展检查', en: 'Make inspections' },
  'inspection.plan': { zh: '安排检查计划', en: 'Plan inspections' },
  'indicator.declare': { zh: '新建指标', en: 'Declare indicators' },
  'ledger.declare': { zh: '新建台账', en: 'Declare ledgers' },
  'observations.read': { zh: '查看观测数据', en: 'See observations' },
  'observations.import': { zh: '导入观测数据', en: 'Import observations' },
  'sand.edit': { zh: '维护沙尘时段', en: 'Keep the sand-dust periods' },
  'devices.read': { zh: '查看监测设备', en: 'See devices' },
  'devices.edit': { zh: '维护设备台账', en: 'Keep the register of devices' },
  'devices.admit': { zh: '准入和合并设备', en: 'Admit and merge devices' },
  'devices.command': { zh: '向设备下发命令', en: 'Send commands to devices' },
  'quality.read': { zh: '查看数据质控', en: 'See quality control' },
  'quality.review': { zh: '审核质控标记', en: 'Review quality marks' },
  'quality.audit': { zh: '复核质控结论', en: 'Audit quality reviews' },
  'notice.own': { zh: '接收提醒', en: 'Receive notices' },
  'files.read': { zh: '下载原始文件', en: 'Download source files' },
  'work.read': { zh: '查看后台任务', en: 'See background work' },
  'work.cancel': { zh: '取消后台任务', en: 'Cancel background work' },
  'accounts.read': { zh: '查看账号与角色', en: 'See accounts and roles' },
  'accounts.edit': { zh: '管理账号与角色', en: 'Manage accounts and roles' },
  'audit.read': { zh: '查看审计记录', en: 'Read the audit' },
  'health.read': { zh: '查看系统运行状况', en: 'See the health of the system' },
} as const satisfies Record<string, Sentence>;

export type Action = keyof typeof ACTIONS;

const PUBLIC = ['district.read', 'air.read', 'bulletin.read'] as const;
const OFFICER = [
  'ledger.read',
  'inspection.read',
  'plan.read',
  'supervision.read',
  'indicators.read',
  'observations.read',
  'devices.read',
  'files.read',
  'notice.own',
] as const;

/** One line a role: what it may do anywhere, and what only at its own unit or street. */
const HELD: Record<RoleId, { all: readonly Action[]; own_unit?: readonly Action[]; own_street?: readonly Action[] }> = {
  public: { all: PUBLIC },
  administrator: { all: Object.keys(ACTIONS) as Action[] },
  district_leader: { all: [...PUBLIC, ...OFFICER] },
  air_office: {
    all: [
      ...PUBLIC,
      ...OFFICER,
      'plan.draft',
      'plan.adopt',
      'measure.report',
      'supervision.issue',
      'target.assign',
      'plan.bind',
      'indicator.declare',
      'ledger.declare',
      'ledger.keep',
      'inspection.make',
      'inspection.plan',
      'observations.import',
      'sand.edit',
      'bulletin.draft',
      'bulletin.issue',
      'quality.read',
      'quality.review',
      'quality.audit',
      'work.read',
      'work.cancel',
      'audit.read',
    ],
  },
  unit_officer: {
    all: [...PUBLIC, ...OFFICER],
    own_unit: ['measure.report', 'ledger.keep', 'inspection.make', 'inspection.plan'],
  },
  unit_head: {
    all: [...PUBLIC, ...OFFICER],
    own_unit: ['measure.report', 'supervision.review', 'ledger.keep', 'inspection.make', 'inspection.plan'],
  },
  street_head: {
    all: [...PUBLIC, ...OFFICER],
    own_street: ['measure.report', 'supervision.review', 'ledger.keep', 'inspection.make'],
  },
  street_officer: { all: [...PUBLIC, ...OFFICER], own_street: ['measure.report', 'ledger.keep', 'inspection.make'] },
  inspector: { all: [...PUBLIC, ...OFFICER, 'quality.read', 'inspection.make'] },
  data_engineer: {
    all: [
      ...PUBLIC,
      ...OFFICER,
      'observations.import',
      'sand.edit',
      'devices.edit',
      'devices.admit',
      'devices.command',
      'quality.read',
      'quality.review',
      'quality.audit',
      'work.read',
      'work.cancel',
      'health.read',
    ],
  },
};

/** The permission table: one row (role, action, scope) each. */
export const PERMISSIONS: readonly PermissionRow[] = (Object.keys(HELD) as RoleId[]).flatMap((role) =>
  (['all', 'own_unit', 'own_street'] as const satisfies readonly PermissionScope[]).flatMap((scope) =>
    (HELD[role][scope] ?? []).map((action) => ({ role, action, scope })),
  ),
);
