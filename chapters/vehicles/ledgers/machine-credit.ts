import type { LedgerDefinition } from '#engines/ledgers';
import { keptBy, remark, street } from '../vocabulary.ts';

/** What was found with machines, passed on to the trade authority and entered in the user's credit record (16.2). */
export const machineCredit: LedgerDefinition = {
  id: 'vehicles.machine-credit',
  title: { zh: '机械违规通报与信用台账', en: 'Machinery: notices and credit records' },
  entry: { zh: '条违规记录', en: 'records' },
  about: {
    zh: '非道路移动机械的查处结果：向行业主管部门通报，对使用未编码或不达标机械的建设、施工单位记入信用信息记录。',
    en: 'What was found with non-road machines, its notice to the trade authority, and the entry in the credit record of the builder or contractor.',
  },
  key: ['number'],
  name: 'user',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  object: { kind: 'enterprise', by: 'userCode' },
  columns: [
    { id: 'number', title: { zh: '记录编号', en: 'Number' }, type: 'text', longest: 40, required: true },
    {
      id: 'machine',
      title: { zh: '涉及机械', en: 'Machine' },
      type: 'entry',
      ledger: 'vehicles.machinery',
      help: { zh: '填产品识别码（出厂编号）。', en: 'Its serial number.' },
    },
    {
      id: 'user',
      title: { zh: '建设或施工单位', en: 'Builder or contractor' },
      type: 'text',
      required: true,
      sort: true,
    },
    { id: 'userCode', title: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'credit_code' },
    { id: 'site', title: { zh: '工地', en: 'Site' }, type: 'entry', ledger: 'dust.sites' },
    street,
    keptBy('行业主管部门', 'Trade authority'),
    {
      id: 'problem',
      title: { zh: '问题', en: 'What was found' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'uncoded', title: { zh: '使用未编码登记机械', en: 'a machine without a code' } },
        { id: 'false', title: { zh: '未如实登记信息', en: 'false information' } },
        { id: 'over-limit', title: { zh: '排放超标', en: 'above the limit' } },
        { id: 'black-smoke', title: { zh: '冒黑烟', en: 'black smoke' } },
        { id: 'forbidden-zone', title: { zh: '禁用区内使用高排放机械', en: 'high emitter in a forbidden zone' } },
      ],
    },
    { id: 'foundOn', title: { zh: '查处日期', en: 'Found on' }, type: 'date', required: true, sort: true },
    { id: 'decision', title: { zh: '处罚决定书编号', en: 'Decision' }, type: 'text', longest: 60 },
    {
      id: 'fine',
      title: { zh: '罚款', en: 'Fine' },
      type: 'decimal',
      unit: '元',
      least: 0,
      most: 5_000_000,
      sort: true,
    },
    { id: 'noticeNumber', title: { zh: '通报文号', en: 'Notice' }, type: 'text', longest: 60 },
    { id: 'noticedOn', title: { zh: '通报日期', en: 'Notice sent on' }, type: 'date', sort: true },
    { id: 'receivedOn', title: { zh: '主管部门签收日期', en: 'Notice received on' }, type: 'date' },
    {
      id: 'creditDue',
      title: { zh: '应记入信用记录', en: 'Belongs in the credit record' },
      type: 'yes_no',
      required: true,
      filter: true,
    },
    { id: 'creditOn', title: { zh: '记入信用记录日期', en: 'Entered on' }, type: 'date', sort: true },
    { id: 'creditNumber', title: { zh: '信用记录编号', en: 'Credit record' }, type: 'text', longest: 60 },
    {
      id: 'consequence',
      title: { zh: '后续措施', en: 'Consequence' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'warning', title: { zh: '警示通报', en: 'warning' } },
        { id: 'talk', title: { zh: '约谈', en: 'called in' } },
        { id: 'points', title: { zh: '扣分', en: 'points' } },
        { id: 'bid-limit', title: { zh: '限制招投标', en: 'limited in bidding' } },
      ],
    },
    { id: 'repairedOn', title: { zh: '信用修复日期', en: 'Credit repaired on' }, type: 'date' },
    remark,
  ],
  complete: ['machine', 'userCode', 'site'],
  contradictions: [
    {
      id: 'noticedBeforeFound',
      title: { zh: '通报日期早于查处日期', en: 'sent before it was found' },
      when: [{ column: 'noticedOn', is: 'before', than: { column: 'foundOn' } }],
    },
    {
      id: 'noticeWithoutNumber',
      title: { zh: '已通报但没有文号', en: 'sent, but without a number' },
      when: [
        { column: 'noticedOn', is: 'given' },
        { column: 'noticeNumber', is: 'empty' },
      ],
    },
    {
      id: 'creditNotDue',
      title: { zh: '不应记入却已记入信用记录', en: 'entered, though it does not belong there' },
      when: [
        { column: 'creditDue', is: 'equal', than: false },
        { column: 'creditOn', is: 'given' },
      ],
    },
    {
      id: 'creditWithoutNumber',
      title: { zh: '已记入信用记录但没有编号', en: 'entered, but without a number' },
      when: [
        { column: 'creditOn', is: 'given' },
        { column: 'creditNumber', is: 'empty' },
      ],
    },
  ],
};
