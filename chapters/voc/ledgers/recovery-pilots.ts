import { column as c, type LedgerDefinition } from '#engines/ledgers';

/** Pilots of solvent recovery and carbon regeneration (6.1). */
export const recoveryPilots: LedgerDefinition = {
  id: 'voc.recovery-pilots',
  title: { zh: '溶剂回收和活性炭再生试点台账', en: 'Recovery pilots' },
  entry: { zh: '个试点', en: 'pilots' },
  about: {
    zh: '有机溶剂集中回收处置、活性炭集中再生试点企业与进展。',
    en: 'Pilots of central solvent recovery and carbon regeneration.',
  },
  key: ['number'],
  name: 'name',
  keeper: 'unit',
  place: 'none',
  refreshDays: 92,
  columns: [
    c.text('number', '试点编号', 'Number', { required: true, longest: 60 }),
    c.text('name', '试点企业', 'Enterprise', { required: true, sort: true }),
    c.unit('unit', '主管部门', 'Authority', { required: true, filter: true }),
    c.choice(
      'kind',
      '模式',
      'Kind',
      [
        ['solvent', '溶剂集中回收', 'solvent recovery'],
        ['carbon', '活性炭集中再生', 'carbon regeneration'],
      ],
      { required: true, filter: true },
    ),
    c.date('startedOn', '启动日期', 'Started', { required: true, sort: true }),
    c.date('runningSince', '投入运行', 'Running since', { sort: true }),
    c.decimal('treated', '累计处理', 'Treated', '吨', { most: 100_000 }),
    c.remark(),
  ],
  complete: ['treated'],
};
