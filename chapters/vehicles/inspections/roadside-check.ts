import type { InspectionKind } from '#engines/inspections';
import { SIZES, STAGES } from '../vocabulary.ts';

/** A heavy diesel vehicle stopped and measured on the road, by the police and the environment bureau together (14.3). */
export const roadsideCheck: InspectionKind = {
  id: 'vehicles.roadside-check',
  title: { zh: '重型柴油车路检路查', en: 'Road-side check of a heavy diesel' },
  counts: { zh: '辆次检查', en: 'checks' },
  about: {
    zh: '公安交管和生态环境部门在主要道路联合拦检重型柴油车，一车一次计一辆次；超标的由公安交管部门依法处罚并列入黑名单。',
    en: 'Police and environment bureau stop heavy diesels on main roads together. Each vehicle counts each time; those above the limit are penalised and black-listed.',
  },
  of: 'place',
  monthlyQuota: 2834,
  mendDays: 10,
  columns: [
    { id: 'plate', title: { zh: '号牌号码', en: 'Plate' }, type: 'plate', required: true, aliases: ['车牌号'] },
    { id: 'road', title: { zh: '检查道路或点位', en: 'Road or check point' }, type: 'text', required: true },
    {
      id: 'origin',
      title: { zh: '车籍', en: 'Registered in' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'beijing', title: { zh: '北京', en: 'Beijing' } },
        { id: 'outside', title: { zh: '外埠', en: 'elsewhere' } },
      ],
    },
    {
      id: 'size',
      title: { zh: '车辆类型', en: 'Size of vehicle' },
      type: 'choice',
      filter: true,
      choices: SIZES.filter(({ id }) => ['heavy-truck', 'large-passenger', 'special-purpose'].includes(id)),
    },
    {
      id: 'stage',
      title: { zh: '排放阶段', en: 'Emission stage' },
      type: 'choice',
      filter: true,
      choices: STAGES.filter(({ id }) => id.startsWith('china-')),
    },
    {
      id: 'absorption',
      title: { zh: '光吸收系数', en: 'Light absorption' },
      type: 'decimal',
      unit: 'm⁻¹',
      decimals: 2,
      least: 0,
      most: 20,
      help: { zh: '自由加速法三次平均值（GB 3847-2018）。', en: 'Mean of three free accelerations (GB 3847-2018).' },
    },
    {
      id: 'nox',
      title: { zh: '氮氧化物', en: 'NOx' },
      type: 'decimal',
      unit: 'ppm',
      decimals: 0,
      least: 0,
      most: 5000,
    },
    { id: 'decision', title: { zh: '处罚决定书编号', en: 'Decision' }, type: 'text', longest: 60 },
  ],
  checklist: [
    {
      id: 'smoke',
      title: { zh: '没有冒黑烟等明显可见污染物', en: 'no visible smoke' },
      severity: 'serious',
      basis: '大气污染防治法第五十一条',
    },
    {
      id: 'limit',
      title: { zh: '尾气检测达标', en: 'exhaust within the limit' },
      severity: 'serious',
      basis: '大气污染防治法第五十一条、第五十三条；GB 3847-2018',
    },
    {
      id: 'devices',
      title: { zh: '污染控制装置齐全、正常使用', en: 'emission control complete and working' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'urea',
      title: { zh: '车用尿素已添加且液位正常', en: 'urea is filled in' },
      severity: 'minor',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'obd',
      title: { zh: '车载诊断系统没有故障码、未被破坏', en: 'OBD without faults and not tampered with' },
      severity: 'serious',
      basis: '大气污染防治法第五十五条',
    },
    {
      id: 'terminal',
      title: { zh: '远程排放终端已安装并在线', en: 'remote terminal fitted and on line' },
      severity: 'minor',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
      mendDays: 30,
    },
    {
      id: 'permit',
      title: { zh: '外埠车进京通行证有效，没有违反限行', en: 'valid entry permit, no restriction broken' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
  ],
};
