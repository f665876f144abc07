import type { InspectionKind } from '#engines/inspections';

/** The monthly visit to a site on the books: the six measures, the exit, washers, videos, muck trucks, machines. */
export const siteVisit: InspectionKind = {
  id: 'dust.site-visit',
  title: { zh: '施工工地扬尘检查', en: 'Site visit' },
  counts: { zh: '次工地检查', en: 'site visits' },
  about: {
    zh: '街道和行业主管部门对在册工地的扬尘检查：“六个百分百”、出口100米、洗轮机、视频监控、渣土运输和非道路移动机械。在册工地每月至少检查一次。',
    en: 'Visits of subdistricts and trade authorities to sites on the books: the six measures, 100 m before the exit, wheel washers, cameras, muck transport, machinery. Each is seen every month.',
  },
  of: { ledgers: ['dust.sites'] },
  members: { from: 'onBooksFrom', until: 'onBooksUntil' },
  every: { months: 1 },
  mendDays: 3,
  checklist: [
    {
      id: 'fenced',
      title: { zh: '工地周边连续围挡', en: 'Fenced all around' },
      severity: 'minor',
      basis: '大气污染防治法第六十九条；北京市建设工程施工现场管理办法',
    },
    {
      id: 'covered',
      title: { zh: '裸露土方和易扬尘物料全部苫盖', en: 'Bare earth and dusty material covered' },
      severity: 'serious',
      basis: '大气污染防治法第六十九条第三款、第七十二条',
    },
    {
      id: 'wet',
      title: { zh: '土方、拆除作业湿法施工', en: 'Earthwork and demolition kept wet' },
      severity: 'serious',
      basis: '大气污染防治法第六十九条第三款',
    },
    {
      id: 'paved',
      title: { zh: '主要道路、加工区硬化', en: 'Main ways and yards paved' },
      severity: 'minor',
      basis: '北京市大气污染防治条例第八十二条',
    },
    {
      id: 'washed',
      title: { zh: '出口洗轮机正常使用，车辆冲洗干净', en: 'Wheel washer in use, vehicles clean' },
      severity: 'serious',
      basis: '北京市大气污染防治条例第八十二条',
    },
    {
      id: 'sealed',
      title: { zh: '渣土车密闭运输、证件齐全', en: 'Muck trucks sealed and permitted' },
      severity: 'serious',
      basis: '北京市建筑垃圾处置管理规定',
    },
    {
      id: 'exit',
      title: { zh: '出口两侧各100米无车印和遗撒', en: 'No tracks or spills within 100 m of the exit' },
      help: {
        zh: '沿出口两侧道路各走100米查看，拍照留存。',
        en: 'Walk 100 m to either side of the exit and take a picture.',
      },
      severity: 'serious',
      mendDays: 1,
    },
    { id: 'video', title: { zh: '视频监控安装到位、画面正常', en: 'Cameras in place and on line' }, severity: 'minor' },
    {
      id: 'machines',
      title: { zh: '非道路移动机械有信息编码、无冒黑烟', en: 'Machines coded and without black smoke' },
      severity: 'serious',
      basis: '北京市机动车和非道路移动机械排放污染防治条例',
    },
    {
      id: 'monitor',
      title: { zh: '扬尘在线监测设备正常运行', en: 'Dust monitor running' },
      severity: 'minor',
    },
  ],
  columns: [
    {
      id: 'stage',
      title: { zh: '施工阶段', en: 'Stage' },
      type: 'choice',
      choices: [
        { id: 'earthwork', title: { zh: '土石方', en: 'earthwork' } },
        { id: 'foundation', title: { zh: '基础', en: 'foundation' } },
        { id: 'structure', title: { zh: '主体结构', en: 'structure' } },
        { id: 'finishing', title: { zh: '装修收尾', en: 'finishing' } },
        { id: 'stopped', title: { zh: '停工', en: 'stopped' } },
      ],
    },
    {
      id: 'consequence',
      title: { zh: '处理', en: 'Consequence' },
      type: 'choice',
      choices: [
        { id: 'none', title: { zh: '无', en: 'none' } },
        { id: 'order', title: { zh: '责令改正', en: 'order to mend' } },
        { id: 'fine', title: { zh: '立案处罚', en: 'fine' } },
        { id: 'notice', title: { zh: '通报', en: 'public notice' } },
      ],
    },
  ],
};
