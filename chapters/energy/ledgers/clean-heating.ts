import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Clean-heating devices of households and how they are looked after (21.1). */
export const cleanHeating: LedgerDefinition = {
  id: 'energy.clean-heating',
  title: { zh: '清洁取暖设备台账', en: 'Clean-heating devices' },
  entry: { zh: '台设备', en: 'devices' },
  about: {
    zh: '“煤改电”等清洁取暖设备：住户、型号、运维单位、供暖季前检修和报修。',
    en: 'Devices of households that gave up coal: model, who looks after them, the check before the heating season, complaints.',
  },
  key: ['number'],
  name: 'number',
  keeper: 'street',
  place: 'point',
  refreshDays: 184,
  columns: [
    c.text('number', '设备编号', 'Number', { required: true, longest: 60, sort: true }),
    c.street('street', '街道', 'Subdistrict', { required: true, filter: true }),
    c.text('community', '社区', 'Community', { required: true, longest: 60 }),
    c.choice(
      'kind',
      '设备类型',
      'Kind',
      [
        ['storage', '蓄能电暖器', 'storage heater'],
        ['air-pump', '空气源热泵', 'heat pump'],
        ['direct', '直热式电暖器', 'direct heater'],
        ['gas', '燃气壁挂炉', 'gas boiler'],
      ],
      { required: true, filter: true },
    ),
    c.date('installedOn', '安装日期', 'Installed', { required: true, sort: true }),
    c.text('service', '运维单位', 'Looked after by'),
    c.date('contractUntil', '运维合同截止', 'Contract until'),
    c.date('servicedOn', '供暖季前检修', 'Serviced before the season', { sort: true }),
    c.date('complainedOn', '最近报修', 'Last complaint'),
    c.date('mendedOn', '报修办结', 'Mended on'),
    c.date('removedOn', '停用日期', 'Removed'),
    c.remark(),
  ],
  complete: ['service', 'contractUntil'],
  contradictions: [
    contradiction('wrongOrder', '办结早于报修', 'mended before the complaint', [
      { column: 'mendedOn', is: 'before', than: { column: 'complainedOn' } },
    ]),
  ],
};
