import type { Statistic } from '#engines/devices';
import type { FlagMeaning } from '#protocols/hj-212';
import type { FlagLetter } from '../intake/row-sink.ts';

/** Which packets bring values, and of which span: minutes, or the interval that the device is set to. HJ 212-2017 table 9. */
export const DATA_COMMANDS: Readonly<Record<string, { readonly span: number | 'interval' }>> = {
  '2011': { span: 0 },
  '2013': { span: 0 },
  '2021': { span: 0 },
  '2031': { span: 1440 },
  '2041': { span: 1440 },
  '2051': { span: 'interval' },
  '2052': { span: 'interval' },
  '2061': { span: 60 },
  '2062': { span: 0 },
  '2111': { span: 5 },
  '3003': { span: 0 },
  '3015': { span: 0 },
  '3019': { span: 0 },
  '3020': { span: 0 },
};

/** What is said about the link itself and holds no value: answers, heartbeats, log-ins of the field. */
export const LINK_COMMANDS: ReadonlySet<string> = new Set([
  '9011',
  '9012',
  '9013',
  '9014',
  '9015',
  '9021',
  '9022',
  '1013',
]);

/** What an item's suffix makes of its value. `as` is put behind the factor where the quantity is another one. */
export const SUFFIX_STATISTICS: Readonly<Record<string, { readonly statistic: Statistic; readonly as?: string }>> = {
  Rtd: { statistic: 'value' },
  Avg: { statistic: 'value' },
  Data: { statistic: 'value' },
  RS: { statistic: 'value' },
  Min: { statistic: 'min' },
  Max: { statistic: 'max' },
  Cou: { statistic: 'total' },
  ZsRtd: { statistic: 'value', as: '-Zs' },
  ZsAvg: { statistic: 'value', as: '-Zs' },
  ZsMin: { statistic: 'min', as: '-Zs' },
  ZsMax: { statistic: 'max', as: '-Zs' },
  RT: { statistic: 'value', as: '-RT' },
  DayData: { statistic: 'value', as: '-DayData' },
  NightData: { statistic: 'value', as: '-NightData' },
};

/** Items that say something about the packet or another item, not a quantity. */
export const NOT_QUANTITIES: ReadonlySet<string> = new Set([
  'datatime',
  'polid',
  'qn',
  'begintime',
  'endtime',
  'restarttime',
  'systemtime',
  'flag',
  'sampletime',
  'completetime',
  'cstarttime',
  'createtime',
  'resulttype',
  'sampletype',
  'infoid',
]);
/** Suffixes of the same kind. */
export const NOT_VALUES: ReadonlySet<string> = new Set(['Flag', 'EFlag', 'SampleTime']);

/**
 * What a data flag of HJ 212 means for a value. A value above the measuring range is suspect, not invalid: it may be the
 * very peak that is looked for.
 */
export const FLAG_LETTERS: Readonly<Record<FlagMeaning, FlagLetter>> = {
  normal: 'V',
  stopped: 'N',
  maintenance: 'M',
  'set-by-hand': 'I',
  fault: 'I',
  calibrating: 'C',
  'over-range': 'S',
  'no-contact': 'I',
  'power-loss': 'I',
  invalid: 'I',
};
