import type { LedgerDefinition } from '#engines/ledgers';
import { keptBy, remark, street } from '../vocabulary.ts';

/** Applications of road-freight operators: with petrol or diesel vehicles none may be set up or move in (11.3). */
export const freightOperators: LedgerDefinition = {
  id: 'vehicles.freight-operators',
  title: { zh: '道路货运业户申请台账', en: 'Applications of freight operators' },
  entry: { zh: '件申请', en: 'applications' },
  about: {
    zh: '新设立、迁入道路货物运输业户和增加车辆的申请与决定；按《北京市新增产业的禁止和限制目录（2018年版）》，汽柴油的不予许可。',
    en: "Applications to set up a road-freight business, to move one in, or to add vehicles. By the city's list of forbidden industries (2018) none with petrol or diesel vehicles is admitted.",
  },
  key: ['number'],
  name: 'applicant',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  object: { kind: 'enterprise', by: 'creditCode' },
  columns: [
    { id: 'number', title: { zh: '受理编号', en: 'Number' }, type: 'text', longest: 40, required: true },
    { id: 'applicant', title: { zh: '申请业户', en: 'Applicant' }, type: 'text', required: true, sort: true },
    { id: 'creditCode', title: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'credit_code' },
    keptBy('许可机关', 'Decided by'),
    street,
    {
      id: 'kind',
      title: { zh: '申请事项', en: 'Asked for' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'set-up', title: { zh: '新设立', en: 'set up' } },
        { id: 'move-in', title: { zh: '迁入', en: 'move in' } },
        { id: 'add-vehicles', title: { zh: '增加车辆', en: 'add vehicles' } },
        { id: 'renew', title: { zh: '延续许可', en: 'renew the licence' } },
      ],
    },
    {
      id: 'power',
      title: { zh: '车辆动力', en: 'Vehicles run on' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'electric', title: { zh: '全部纯电动', en: 'electricity only' } },
        { id: 'clean', title: { zh: '纯电动和氢燃料', en: 'electricity and hydrogen' } },
        { id: 'gas', title: { zh: '天然气', en: 'natural gas' } },
        { id: 'petrol-diesel', title: { zh: '含汽油或柴油', en: 'petrol or diesel among them' } },
      ],
    },
    {
      id: 'vehicles',
      title: { zh: '拟投入车辆', en: 'Vehicles' },
      type: 'integer',
      unit: '辆',
      least: 0,
      most: 5000,
      required: true,
    },
    {
      id: 'fuelVehicles',
      title: { zh: '其中汽柴油车', en: 'Petrol or diesel ones' },
      type: 'integer',
      unit: '辆',
      least: 0,
      most: 5000,
    },
    { id: 'appliedOn', title: { zh: '申请日期', en: 'Applied on' }, type: 'date', required: true, sort: true },
    {
      id: 'decision',
      title: { zh: '决定', en: 'Decision' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'pending', title: { zh: '审查中', en: 'pending' } },
        { id: 'admitted', title: { zh: '准予许可', en: 'admitted' } },
        { id: 'refused', title: { zh: '不予许可', en: 'refused' } },
        { id: 'withdrawn', title: { zh: '撤回', en: 'withdrawn' } },
      ],
    },
    { id: 'decidedOn', title: { zh: '决定日期', en: 'Decided on' }, type: 'date', sort: true },
    { id: 'basis', title: { zh: '决定依据', en: 'Basis' }, type: 'text' },
    { id: 'licence', title: { zh: '许可证号', en: 'Licence' }, type: 'text', longest: 40 },
    { id: 'officer', title: { zh: '承办人', en: 'Officer' }, type: 'text', longest: 30 },
    remark,
  ],
  complete: ['creditCode', 'basis', 'officer'],
  contradictions: [
    {
      id: 'forbiddenAdmitted',
      title: {
        zh: '准予许可的新设立或迁入业户含汽柴油车',
        en: 'a new operator admitted with petrol or diesel vehicles',
      },
      when: [
        { column: 'decision', is: 'equal', than: 'admitted' },
        { column: 'power', is: 'equal', than: 'petrol-diesel' },
        { column: 'kind', is: 'one_of', of: ['set-up', 'move-in', 'add-vehicles'] },
      ],
    },
    {
      id: 'electricWithFuel',
      title: { zh: '填为全部纯电动却有汽柴油车', en: 'electric only, yet with petrol or diesel vehicles' },
      when: [
        { column: 'power', is: 'one_of', of: ['electric', 'clean'] },
        { column: 'fuelVehicles', is: 'more', than: 0 },
      ],
    },
    {
      id: 'decidedWithoutDay',
      title: { zh: '已决定但没有决定日期', en: 'decided, but without a day' },
      when: [
        { column: 'decision', is: 'one_of', of: ['admitted', 'refused'] },
        { column: 'decidedOn', is: 'empty' },
      ],
    },
  ],
};
