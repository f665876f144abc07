import type { StandardDescription } from '#standards/editions';
import { DB11_353_DEFAULTS, RESIDUE_EDITIONS } from './settings.table.ts';

const { pointsPerRoad, meanOf, classes, believable } = DB11_353_DEFAULTS;

export const STANDARD = {
  folder: 'db11-353',
  document: 'DB11/T 353',
  title: { zh: '城市道路清扫保洁质量与作业要求：尘土残存量', en: 'Cleaning of city roads: dust residue' },
  editions: RESIDUE_EDITIONS,
  clauses: [
    {
      clause: 'monthly notices',
      what: {
        zh: '道路均值、分级均值、全区均值（含背街小巷），克/平方米一位小数',
        en: 'means of roads, classes and the district (with alleys), g/m² with one decimal',
      },
      by: ['roadResidue', 'areaResidue', 'worstRoads'],
    },
    {
      clause: 'monthly notices',
      what: { zh: '同比、环比为绝对变化量（克/平方米）', en: 'changes are absolute, in g/m²' },
      by: ['residueChange'],
    },
    {
      clause: 'cl. 7.2',
      what: { zh: '按设定限值判定', en: 'verdict by the limit that is set' },
      by: ['residueVerdict'],
      confidence: 'L',
    },
    {
      clause: 'cl. 8.4, annex A',
      what: { zh: '点位残存量与采集设备吸净率', en: 'residue of a point, suction efficiency of the sampler' },
      by: ['pointResidue', 'suctionEfficiency'],
      confidence: 'L',
    },
    {
      clause: 'cl. 6 to 8',
      what: { zh: '清扫保洁质量检查项目', en: 'what is checked about cleaning' },
      by: ['CLEANING_CHECKS'],
      confidence: 'M',
    },
  ],
  settings: [
    {
      name: 'pointsPerRoad',
      default: String(pointsPerRoad),
      what: { zh: '每条道路点位数（2022 年初为 10）', en: 'points of a road (10 in early 2022)' },
      confidence: 'L',
    },
    {
      name: 'meanOf',
      default: meanOf,
      what: { zh: '均值按道路还是按点位', en: 'whether means are of roads or of points' },
      confidence: 'L',
    },
    {
      name: 'classes',
      default: classes.join(', '),
      what: { zh: '参与全区均值的道路等级，背街小巷为本区扩展', en: 'classes in the mean; alleys are an extension' },
      confidence: 'L',
    },
    {
      name: 'limits',
      default: 'none',
      what: { zh: '各级道路限值，未设定则不作判定', en: 'limits by class; without one there is no verdict' },
      confidence: 'L',
    },
    {
      name: 'believable',
      default: `${believable.from} – ${believable.to} g/m²`,
      what: { zh: '可信范围，超出时提示核对', en: 'believable range; outside it is questioned' },
      confidence: 'L',
    },
  ],
  gaps: [
    {
      zh: '第 7.2 条限值与清扫保洁频次等数值未能查阅原文。',
      en: 'The limits of cl. 7.2 and the figures of the cleaning tables could not be read.',
    },
  ],
} as const satisfies StandardDescription;
