import type { StandardDescription } from '#standards/editions';
import { PLAN_ROWS } from './plans.table.ts';
import { EMERGENCY_DEFAULTS } from './settings.table.ts';

export const STANDARD = {
  folder: 'beijing-emergency',
  document: '重污染天气应急预案',
  title: { zh: '北京市空气重污染应急预案与国家指导意见', en: 'Heavy-pollution emergency plans' },
  editions: PLAN_ROWS.map((row) => ({ ...row, edition: row.plan })),
  clauses: [
    {
      clause: 'levels',
      what: { zh: '预警分级：按预测 AQI 判定', en: 'the level that a forecast calls for' },
      by: ['warningLevel', 'assess', 'planOn', 'guidanceOn'],
      confidence: 'M',
    },
    {
      clause: 'start to lift',
      what: {
        zh: '启动、升级、降级、解除，相近过程合并',
        en: 'start, upgrade, downgrade, lift; close episodes as one',
      },
      by: ['nextStep', 'announcement'],
      confidence: 'M',
    },
    {
      clause: 'explanation',
      what: { zh: '判定依据的说明文字', en: 'why a level is called for, in words' },
      by: ['explain', 'triggerText'],
      confidence: 'M',
    },
    {
      clause: 'measures',
      what: {
        zh: '各级应急措施（工地、企业、车辆、机械、学校、保洁、公众）',
        en: 'measures of a level, by whom they concern',
      },
      by: ['EMERGENCY_MEASURES', 'measuresOf'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'triggers',
      default: PLAN_ROWS.filter(({ confidence }) => confidence === 'L')
        .map(({ plan }) => `${plan}: as in the table, by general knowledge`)
        .join(' · '),
      what: {
        zh: '预案的分级条件；2018 年预案未见原文，掌握原文的辖区可自行设定',
        en: 'what a plan triggers on; the plan of 2018 was not read, a district that has its text sets its own',
      },
      confidence: 'L',
    },
    {
      name: 'liftHours',
      default: String(EMERGENCY_DEFAULTS.liftHours),
      what: { zh: '低于预警条件持续多少小时可解除', en: 'hours below the triggers that lift a warning' },
      confidence: 'M',
    },
    {
      name: 'announceAheadHours, startHour',
      default: `${EMERGENCY_DEFAULTS.announceAheadHours} h, ${EMERGENCY_DEFAULTS.startHour}:00`,
      what: { zh: '提前发布时间与启动时刻', en: 'how long ahead it is announced, and the hour of its start' },
      confidence: 'M',
    },
    {
      name: 'closeEpisodes',
      default: EMERGENCY_DEFAULTS.closeEpisodes,
      what: { zh: '间隔不足的两次过程按一次统计', en: 'whether two close episodes are one' },
      confidence: 'M',
    },
    {
      name: 'causes',
      default: EMERGENCY_DEFAULTS.causes.join(', '),
      what: {
        zh: '计入预警的污染成因（臭氧、沙尘等仅作健康提示）',
        en: 'causes that count; ozone and sand call for advice only',
      },
      confidence: 'M',
    },
    {
      name: 'stepDown',
      default: String(EMERGENCY_DEFAULTS.stepDown),
      what: { zh: '未来日数条件降低时是否降级', en: 'whether a warning steps down before it is lifted' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '2018 年、2023 年预案全文未能查阅：红色预警措施与解除条款为一般知识。',
      en: 'The full plans of 2018 and 2023 could not be read: measures of red and the clause on lifting are general knowledge.',
    },
    {
      zh: '2016-12-15 以前的预案（2013、2015 年版）未录入。',
      en: 'Plans before 2016-12-15 (2013, 2015) are not entered.',
    },
  ],
} as const satisfies StandardDescription;
