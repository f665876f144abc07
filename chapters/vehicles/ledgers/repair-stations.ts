import type { LedgerDefinition } from '#engines/ledgers';
import { keptBy, remark, street } from '../vocabulary.ts';

/** Stations that repair vehicles above their limit (M stations): filed, networked, uploading (15.1). */
export const repairStations: LedgerDefinition = {
  id: 'vehicles.repair-stations',
  title: { zh: '排放维修站台账', en: 'Emission repair stations' },
  entry: { zh: '家维修站', en: 'stations' },
  about: {
    zh: '从事排放超标车维修的企业：备案、与交通部门联网、上传维修项目信息的情况和受到的执法检查。',
    en: 'Enterprises that repair over-limit vehicles: filed, connected to the transport authority, uploading what they repair, and how they were inspected.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'point',
  refreshDays: 92,
  object: { kind: 'enterprise', by: 'creditCode' },
  columns: [
    {
      id: 'number',
      title: { zh: '维修备案编号', en: 'Filing number' },
      type: 'text',
      longest: 40,
      required: true,
      aliases: ['备案编号'],
    },
    { id: 'name', title: { zh: '企业名称', en: 'Enterprise' }, type: 'text', required: true, sort: true },
    { id: 'creditCode', title: { zh: '统一社会信用代码', en: 'Credit code' }, type: 'credit_code' },
    keptBy('行业主管单位', 'Trade authority'),
    { ...street, required: true },
    { id: 'address', title: { zh: '地址', en: 'Address' }, type: 'text' },
    {
      id: 'class',
      title: { zh: '维修类别', en: 'Class' },
      type: 'choice',
      required: true,
      filter: true,
      choices: [
        { id: 'first', title: { zh: '一类', en: 'first' } },
        { id: 'second', title: { zh: '二类', en: 'second' } },
        { id: 'third', title: { zh: '三类', en: 'third' } },
      ],
    },
    {
      id: 'fuels',
      title: { zh: '可维修车辆', en: 'Repairs' },
      type: 'choices',
      choices: [
        { id: 'petrol', title: { zh: '汽油车', en: 'petrol vehicles' } },
        { id: 'diesel', title: { zh: '柴油车', en: 'diesel vehicles' } },
        { id: 'gas', title: { zh: '燃气车', en: 'gas vehicles' } },
      ],
    },
    { id: 'person', title: { zh: '负责人', en: 'In charge' }, type: 'text', longest: 30 },
    { id: 'phone', title: { zh: '联系电话', en: 'Telephone' }, type: 'text', longest: 30 },
    {
      id: 'technicians',
      title: { zh: '排放维修技术人员', en: 'Technicians' },
      type: 'integer',
      unit: '人',
      least: 0,
      most: 500,
    },
    { id: 'equipment', title: { zh: '排放检测设备', en: 'Measuring equipment' }, type: 'text' },
    { id: 'filedOn', title: { zh: '备案日期', en: 'Filed on' }, type: 'date', required: true, sort: true },
    { id: 'closedOn', title: { zh: '停业日期', en: 'Closed on' }, type: 'date' },
    { id: 'connectedOn', title: { zh: '与交通部门联网日期', en: 'Connected on' }, type: 'date', sort: true },
    {
      id: 'disconnectedOn',
      title: { zh: '断网日期', en: 'Disconnected on' },
      type: 'date',
      help: {
        zh: '恢复后清空；停业时填停业日期。',
        en: 'Cleared when it is back; the day of closing, when it closes.',
      },
    },
    { id: 'lastUploadOn', title: { zh: '最近上传日期', en: 'Last upload' }, type: 'date', sort: true },
    {
      id: 'uploads',
      title: { zh: '本年上传记录', en: 'Records uploaded this year' },
      type: 'integer',
      unit: '条',
      least: 0,
      most: 100_000,
      sort: true,
    },
    {
      id: 'credit',
      title: { zh: '质量信誉等级', en: 'Credit grade' },
      type: 'choice',
      filter: true,
      choices: [
        { id: 'aaa', title: { zh: 'AAA', en: 'AAA' } },
        { id: 'aa', title: { zh: 'AA', en: 'AA' } },
        { id: 'a', title: { zh: 'A', en: 'A' } },
        { id: 'b', title: { zh: 'B', en: 'B' } },
      ],
    },
    remark,
  ],
  complete: ['creditCode', 'address', 'person', 'phone', 'equipment', 'place'],
  contradictions: [
    {
      id: 'connectedBeforeFiled',
      title: { zh: '联网日期早于备案日期', en: 'connected before it was filed' },
      when: [{ column: 'connectedOn', is: 'before', than: { column: 'filedOn' } }],
    },
    {
      id: 'uploadsWithoutConnection',
      title: { zh: '没有联网却有上传记录', en: 'uploads without a connection' },
      when: [
        { column: 'uploads', is: 'more', than: 0 },
        { column: 'connectedOn', is: 'empty' },
      ],
    },
    {
      id: 'closedButConnected',
      title: { zh: '已停业但没有断网日期', en: 'closed, but still connected' },
      when: [
        { column: 'closedOn', is: 'given' },
        { column: 'connectedOn', is: 'given' },
        { column: 'disconnectedOn', is: 'empty' },
      ],
    },
  ],
};
