import { column as c, type LedgerDefinition } from '#engines/ledgers';
import { deriveInTime } from '../in-time.ts';

/** Files sent to and received from the neighbours (30.1). */
export const exchangeFiles: LedgerDefinition = {
  id: 'response.exchange-files',
  title: { zh: '京津冀信息交换台账', en: 'Regional exchange' },
  entry: { zh: '份文件', en: 'files' },
  about: {
    zh: '机动车超标排放、新车抽检抽查、非道路移动机械登记等与市级和津冀交换的文件及时限。',
    en: 'Files on over-standard vehicles, checks of new vehicles and machines exchanged with the city, Tianjin and Hebei.',
  },
  key: ['number'],
  name: 'title',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  derive: deriveInTime,
  columns: [
    c.text('number', '编号', 'Number', { required: true, longest: 60 }),
    c.text('title', '文件名称', 'Title', { required: true, sort: true }),
    c.choice(
      'topic',
      '内容',
      'Content',
      [
        ['over-standard', '超标排放车辆', 'over-standard vehicles'],
        ['new-vehicles', '新车抽检抽查', 'checks of new vehicles'],
        ['machinery', '非道路移动机械登记', 'machinery register'],
        ['warning', '预警和会商', 'warnings'],
      ],
      { required: true, filter: true },
    ),
    c.choice(
      'direction',
      '方向',
      'Direction',
      [
        ['sent', '发出', 'sent'],
        ['received', '收到', 'received'],
      ],
      { required: true, filter: true },
    ),
    c.text('partner', '交换对象', 'Partner', { required: true }),
    c.unit('unit', '责任单位', 'Unit', { required: true, filter: true }),
    c.date('dueOn', '应交换日期', 'Due', { required: true, sort: true }),
    c.date('doneOn', '实际交换日期', 'Done on', { sort: true }),
    c.choice(
      'inTime',
      '是否按期',
      'In time',
      [
        ['yes', '按期', 'in time'],
        ['late', '逾期', 'late'],
        ['open', '未交换', 'open'],
      ],
      { derived: true, filter: true },
    ),
    c.integer('rows', '记录数', 'Rows', '条', { most: 10_000_000 }),
    c.remark(),
  ],
  complete: ['rows'],
};
