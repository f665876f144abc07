import type { StandardDescription } from '#standards/editions';
import { STATION_LIMITS } from './limits.table.ts';
import { RULE_ROWS } from './rules.table.ts';
import { DEFAULT_SETTINGS, type GasStationSettings, SETTING_REASONS } from './settings.table.ts';

const [{ inForce, citation, checkedOn, confidence }] = RULE_ROWS;
const [before] = STATION_LIMITS;

/** What is carried out of the standard for filling stations. */
export const STANDARD = {
  folder: 'gb-20952',
  document: 'GB 20952',
  title: { zh: '加油站大气污染物排放标准', en: 'Emission standard of air pollutants for filling stations' },
  editions: [
    {
      edition: 'GB20952-2007',
      inForce: before.inForce,
      citation: before.citation,
      checkedOn: before.checkedOn,
      confidence: before.confidence,
    },
    { edition: 'GB20952-2020', inForce, citation, checkedOn, confidence },
  ],
  clauses: [
    {
      clause: 'E.3.3.1, E.3.3.2',
      what: {
        zh: '气液比预警、报警，逐枪逐日；少于 5 次顺延合并；迟到数据重判',
        en: 'A/L pre-alarm and alarm per nozzle and day, few refuellings carried forward, late data judged again',
      },
      by: ['countDay', 'nozzleDay', 'nozzleMachine', 'withDay', 'recompute'],
    },
    {
      clause: 'E.3.3.3',
      what: { zh: '油罐零压预警、报警', en: 'zero pressure of the tanks' },
      by: ['pressureDay', 'pressureMachine'],
    },
    {
      clause: 'E.3.3.4',
      what: { zh: '油气浓度预警、报警', en: 'vapour concentration' },
      by: ['concentrationDay', 'concentrationMachine'],
    },
    {
      clause: '5.3–5.6, 7.2',
      what: {
        zh: '气液比、处理装置排气、泄漏、企业边界限值，区分新建站与现有站',
        en: 'limits of new and existing stations',
      },
      by: ['stationLimit', 'keepsLimit'],
    },
    {
      clause: 'table 4',
      what: { zh: '按检测枪数判定加油站', en: 'a station by its checked nozzles' },
      by: ['stationVerdict'],
    },
    {
      clause: 'annex F',
      what: { zh: '在线值与人工检测比对', en: 'on-line values against manual ones' },
      by: ['compareManual'],
    },
    {
      clause: 'E.3.5, 4.5.3, 6.6',
      what: {
        zh: '无数据、数值恒定、报警未处置、上传状态与重算不符、按征求意见稿判定的设备',
        en: 'silent devices, constant values, alarms without an answer, states that differ from the refuellings, devices that run the draft',
      },
      by: [
        'silences',
        'constantRatios',
        'constantPressures',
        'unanswered',
        'stateDifferences',
        'otherRules',
        'STATION_DUTIES',
      ],
      confidence: 'M',
    },
  ],
  settings: (Object.keys(DEFAULT_SETTINGS) as (keyof GasStationSettings)[]).map((name) => ({
    name,
    default: String(DEFAULT_SETTINGS[name]),
    what: SETTING_REASONS[name],
    confidence: 'L' as const,
  })),
  gaps: [
    {
      zh: '密闭性（表1）与管线液阻（表2）限值未录入。',
      en: 'Limits of airtightness (table 1) and line resistance (table 2) are not entered.',
    },
    {
      zh: '北京市 DB11/208-2023 未取得文本，京标限值与上传格式未录入。',
      en: 'The text of Beijing DB11/208-2023 is not at hand; its limits and upload format are not entered.',
    },
  ],
} as const satisfies StandardDescription;
