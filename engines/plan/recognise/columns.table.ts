/** What a column of a plan's table holds. */
export type Role =
  | 'no'
  | 'category'
  | 'title'
  | 'measure'
  | 'goal'
  | 'step'
  | 'unit'
  | 'deadline'
  | 'coordinator'
  | 'lead'
  | 'support'
  | 'aside';

/**
 * Words at the head of a column, in the order in which they are tried (blanks and brackets left out of the head).
 * `task` words are a title beside a column of measures, and the measure itself where there is none.
 */
export const COLUMN_HEADS: readonly { role: Role | 'task' | 'above'; pattern: RegExp }[] = [
  { role: 'no', pattern: /^(序号|序|编号|项目编号|任务编号|措施编号|项次|NO\.?)$/i },
  // what is to be reached by a quarter, a month or a year of the plan
  {
    role: 'step',
    pattern:
      /^(20\d{2}年)?(第?[一二三四1-4]季度末?|上半年|下半年|全年|\d{1,2}月(底|份|末)?|年底)(目标|任务|节点|计划|前)?$|^20\d{2}年度?(目标|目标值|任务|工作目标|计划|指标)$/,
  },
  { role: 'unit', pattern: /^(计量)?单位$/ },
  {
    role: 'aside',
    pattern: /(责任人|责任科室|督导|监督|验收|地点|联系人|联系电话|领导|备注|说明|进展|完成情况|投资|资金|依据|来源)/,
  },
  {
    role: 'deadline',
    pattern:
      /(时限|期限|完成时间|时间要求|时间节点|时间安排|实施时间|完成日期|时间进度|进度安排|进度要求|截止|^时间$|起止时间|周期$|年限$)/,
  },
  // a body of the city or province beside the district's own
  { role: 'above', pattern: /^(市级|市直|省级|省直|上级)(?!.*(配合|协办)).*(单位|部门)$/ },
  { role: 'support', pattern: /(协办|配合|协同|协助|参与|参加|协作)(单位|部门|责任单位|责任部门)?/ },
  { role: 'coordinator', pattern: /牵头(责任)?(单位|部门|主体)?/ },
  {
    role: 'lead',
    pattern:
      /(主责|责任|主办|主管|承办|承担|实施|落实|负责|主要责任|执行)(单位|部门|主体|机构)|^(主责|责任|主办)$|^(区级|县级|区直|县直|属地)?(单位|部门)$/,
  },
  {
    role: 'category',
    pattern: /^(任务)?(类别|类型|分类|领域|重点领域|方面|板块|专项|专项行动|大类|项目类别|措施类别|一级任务)$/,
  },
  {
    role: 'measure',
    pattern:
      /(措施|举措|具体工作|分解任务|任务分解|工作内容|具体内容|任务内容|主要内容|具体任务|具体要求|工作要求|重点内容|建设内容|治理内容|实施内容|任务描述|任务要求|细化任务)/,
  },
  { role: 'task', pattern: /^(工作|主要|年度|重点)?(目标(及|和|与|、)?任务|任务(及|和|与|、)目标)$/ },
  {
    role: 'goal',
    pattern: /(工作目标|任务目标|年度目标|目标值|考核指标|指标|目标要求|量化目标|^目标$|预期成果|成果形式)/,
  },
  { role: 'goal', pattern: /(工作|完成|任务|验收)标准$/ },
  {
    role: 'task',
    pattern: /(任务|重点工作|事项|项目名称|工作项目|行动|工程名称|工程项目|问题|^工程$|^项目$|^名称$|^内容$|^工作$)/,
  },
];
