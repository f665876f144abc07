import type { LedgerDefinition } from '#engines/ledgers';
import { energy, keptBy, owner, plate, remark, size, stage, street, vin } from '../vocabulary.ts';

/** Chains of inspection, repair and retest: each failed test, until the vehicle passes or goes (15.1). */
export const tests: LedgerDefinition = {
  id: 'vehicles.tests',
  title: { zh: '检验维修复检闭环台账', en: 'Chains of test, repair and retest' },
  entry: { zh: '条检验维修链', en: 'chains' },
  about: {
    zh: '排放检验不合格车辆从检验、到维修站维修、维修记录上传、到复检合格的闭环；生态环境、交通、公安交管共用。',
    en: 'Every failed emission test: the repair, the upload of its record, and the retest that closes it. Shared by the environment, transport and traffic authorities.',
  },
  key: ['report'],
  name: 'plate',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  object: { kind: 'vehicle', by: 'plate' },
  columns: [
    {
      id: 'report',
      title: { zh: '不合格检验报告编号', en: 'Report of the failed test' },
      type: 'text',
      longest: 60,
      required: true,
      aliases: ['检验报告编号'],
    },
    plate,
    vin,
    { ...owner, required: false, sort: false },
    keptBy('登记单位', 'Kept by'),
    street,
    { id: 'station', title: { zh: '检验机构', en: 'Test station' }, type: 'text', required: true, sort: true },
    {
      id: 'method',
      title: { zh: '检验方法', en: 'Method' },
      type: 'choice',
      choices: [
        { id: 'two-speed-idle', title: { zh: '双怠速法', en: 'two-speed idle' } },
        { id: 'steady-state', title: { zh: '稳态工况法', en: 'steady-state load' } },
        { id: 'transient', title: { zh: '简易瞬态工况法', en: 'simplified transient load' } },
        { id: 'free-acceleration', title: { zh: '自由加速法', en: 'free acceleration' } },
        { id: 'lug-down', title: { zh: '加载减速法', en: 'lug down' } },
      ],
    },
    size,
    { ...energy, filter: false },
    { ...stage, filter: false },
    { id: 'failedOn', title: { zh: '检验不合格日期', en: 'Failed on' }, type: 'date', required: true, sort: true },
    {
      id: 'items',
      title: { zh: '不合格项目', en: 'Failed in' },
      type: 'choices',
      choices: [
        { id: 'co', title: { zh: 'CO', en: 'CO' } },
        { id: 'hc', title: { zh: 'HC', en: 'HC' } },
        { id: 'nox', title: { zh: 'NOx', en: 'NOx' } },
        { id: 'smoke', title: { zh: '烟度', en: 'smoke' } },
        { id: 'obd', title: { zh: 'OBD', en: 'OBD' } },
        { id: 'appearance', title: { zh: '外观', en: 'appearance' } },
        { id: 'evaporation', title: { zh: '燃油蒸发', en: 'evaporation' } },
      ],
    },
    {
      id: 'repairer',
      title: { zh: '维修企业', en: 'Repaired by' },
      type: 'entry',
      ledger: 'vehicles.repair-stations',
    },
    { id: 'repairedOn', title: { zh: '维修完成日期', en: 'Repaired on' }, type: 'date', sort: true },
    { id: 'repairNumber', title: { zh: '维修记录编号', en: 'Repair record' }, type: 'text', longest: 60 },
    { id: 'parts', title: { zh: '维修更换项目', en: 'What was repaired' }, type: 'text' },
    { id: 'uploadedOn', title: { zh: '维修记录上传日期', en: 'Record uploaded on' }, type: 'date', sort: true },
    { id: 'retests', title: { zh: '复检次数', en: 'Retests' }, type: 'integer', unit: '次', least: 0, most: 50 },
    { id: 'retestedOn', title: { zh: '最近复检日期', en: 'Last retest' }, type: 'date' },
    {
      id: 'retest',
      title: { zh: '复检结果', en: 'Retest' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'passed', title: { zh: '合格', en: 'passed' } },
        { id: 'failed', title: { zh: '不合格', en: 'failed' } },
      ],
    },
    {
      id: 'closedBy',
      title: { zh: '闭环方式', en: 'Closed by' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'passed', title: { zh: '维修后复检合格', en: 'a passed retest' } },
        { id: 'scrapped', title: { zh: '报废', en: 'being scrapped' } },
        { id: 'moved-out', title: { zh: '转出本市', en: 'being transferred out' } },
      ],
    },
    { id: 'closedOn', title: { zh: '闭环日期', en: 'Closed on' }, type: 'date', sort: true },
    remark,
  ],
  complete: ['vin', 'method', 'items'],
  contradictions: [
    {
      id: 'passedWithoutRepair',
      title: { zh: '复检合格闭环但没有维修记录', en: 'passed, but without a record of repair' },
      when: [
        { column: 'closedBy', is: 'equal', than: 'passed' },
        { column: 'repairNumber', is: 'empty' },
      ],
    },
    {
      id: 'closedWithFailed',
      title: { zh: '复检不合格却以合格闭环', en: 'closed as passed, yet the retest failed' },
      when: [
        { column: 'closedBy', is: 'equal', than: 'passed' },
        { column: 'retest', is: 'equal', than: 'failed' },
      ],
    },
    {
      id: 'repairedBeforeFailed',
      title: { zh: '维修日期早于检验不合格日期', en: 'repaired before it failed' },
      when: [{ column: 'repairedOn', is: 'before', than: { column: 'failedOn' } }],
    },
    {
      id: 'uploadedBeforeRepaired',
      title: { zh: '上传日期早于维修日期', en: 'uploaded before it was repaired' },
      when: [{ column: 'uploadedOn', is: 'before', than: { column: 'repairedOn' } }],
    },
    {
      id: 'retestBeforeRepair',
      title: { zh: '复检日期早于维修日期', en: 'retested before it was repaired' },
      when: [{ column: 'retestedOn', is: 'before', than: { column: 'repairedOn' } }],
    },
    {
      id: 'closedBeforeFailed',
      title: { zh: '闭环日期早于检验不合格日期', en: 'closed before it failed' },
      when: [{ column: 'closedOn', is: 'before', than: { column: 'failedOn' } }],
    },
  ],
};
