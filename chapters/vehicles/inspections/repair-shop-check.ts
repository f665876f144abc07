import type { InspectionKind } from '#engines/inspections';

/** A repair shop inspected: does it repair over-limit vehicles as the rules ask, and upload what it did (15.1). */
export const repairShopCheck: InspectionKind = {
  id: 'vehicles.repair-shop-check',
  title: { zh: '汽车维修企业执法检查', en: 'Inspection of a repair shop' },
  counts: { zh: '次执法检查', en: 'inspections' },
  about: {
    zh: '运输管理分局对排放维修企业的执法检查：按规范维修、与交通部门联网、上传维修项目信息。',
    en: 'The transport authority inspects emission repair shops: repairs by the rules, connection, upload of what was repaired.',
  },
  of: { ledgers: ['vehicles.repair-stations'] },
  members: { from: 'filedOn', until: 'closedOn' },
  every: { months: 6 },
  monthlyQuota: 10,
  mendDays: 15,
  columns: [
    {
      id: 'records',
      title: { zh: '抽查维修档案', en: 'Repair files looked at' },
      type: 'integer',
      unit: '份',
      least: 0,
      most: 500,
    },
    {
      id: 'missingUploads',
      title: { zh: '其中未上传', en: 'Of these not uploaded' },
      type: 'integer',
      unit: '份',
      least: 0,
      most: 500,
    },
    { id: 'decision', title: { zh: '处罚决定书编号', en: 'Decision' }, type: 'text', longest: 60 },
  ],
  checklist: [
    {
      id: 'connected',
      title: { zh: '与交通部门联网并按规定上传维修项目信息', en: 'connected, and uploading what it repairs' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'method',
      title: { zh: '按防治大气污染的要求和技术规范维修', en: 'repairs by the technical rules' },
      severity: 'serious',
      basis: '大气污染防治法第五十五条',
    },
    {
      id: 'honest',
      title: { zh: '没有临时更换污染控制装置等弄虚作假', en: 'no parts put in just for the test' },
      severity: 'serious',
      basis: '大气污染防治法第五十五条',
      mendDays: 5,
    },
    {
      id: 'files',
      title: { zh: '维修档案、合格证和配件记录齐全', en: 'files, certificates and parts records complete' },
      severity: 'minor',
      basis: '机动车维修管理规定',
    },
    {
      id: 'equipment',
      title: { zh: '排放检测设备在检定有效期内', en: 'measuring equipment within its calibration' },
      severity: 'minor',
    },
    {
      id: 'catalysts',
      title: { zh: '更换的净化装置有来源和质量证明', en: 'catalysts come with proof of origin and quality' },
      severity: 'serious',
    },
  ],
};
