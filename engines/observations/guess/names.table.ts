import type { Pollutant } from '#standards/pollutants';

/** How columns are called in files, compared without blanks, subscripts, brackets and case (see `plainName`). */
export const CHANNEL_NAMES: readonly (readonly [Pollutant, readonly string[]])[] = [
  ['PM25', ['pm2.5', 'pm25', 'pm2_5', '细颗粒物', '细颗粒']],
  ['PM10', ['pm10', '可吸入颗粒物', '可吸入颗粒']],
  ['SO2', ['so2', '二氧化硫']],
  ['NO2', ['no2', '二氧化氮']],
  ['CO', ['co', '一氧化碳']],
  ['O3', ['o3', '臭氧', 'ozone', '臭氧1小时', '臭氧1h', 'o31h', 'o3-1h']],
  ['TSP', ['tsp', '总悬浮颗粒物']],
  ['PM1', ['pm1', 'pm1.0']],
  ['NO', ['no', '一氧化氮']],
  ['NOx', ['nox', '氮氧化物']],
  ['NH3', ['nh3', '氨', '氨气']],
  ['H2S', ['h2s', '硫化氢']],
  ['TVOC', ['tvoc', '总挥发性有机物']],
  ['NMHC', ['nmhc', '非甲烷总烃']],
  ['TEMP', ['temp', 'temperature', '气温', '温度', '环境温度']],
  ['RH', ['rh', 'humidity', '湿度', '相对湿度']],
  ['PRES', ['pres', 'pressure', '气压', '大气压', '大气压力']],
  ['DEWP', ['dewp', 'dewpoint', '露点', '露点温度']],
  ['RAIN', ['rain', 'precipitation', '降水', '降水量', '雨量']],
  ['WS', ['ws', 'wspm', 'windspeed', '风速']],
  ['WD', ['wd', 'winddirection', '风向']],
];

export const TIME_NAMES = [
  '时间',
  '监测时间',
  '数据时间',
  '采样时间',
  '日期时间',
  'time',
  'datetime',
  'timestamp',
  'utc',
  '世界时',
  'utc时间',
  'time(utc)',
];
export const DATE_NAMES = ['日期', '监测日期', 'date', '年月日'];
export const YEAR_NAMES = ['年', '年份', 'year'];
export const MONTH_NAMES = ['月', '月份', 'month'];
export const DAY_NAMES = ['日', 'day', '天'];
export const HOUR_NAMES = ['小时', '时', '时次', '时刻', 'hour'];
export const STATION_NAMES = [
  '站点',
  '站点名称',
  '站点编码',
  '站点编号',
  '站点代码',
  '点位',
  '点位名称',
  '监测点',
  '监测点位',
  '监测站',
  '站名',
  '子站',
  '子站名称',
  'station',
  'stationname',
  'stationcode',
  'site',
  'siteid',
  'stationid',
  'siteno',
  '站点id',
  '站号',
  'sitename',
];
export const ITEM_NAMES = [
  '污染物',
  '监测项目',
  '项目',
  '因子',
  '监测因子',
  '参数',
  '指标',
  '监测指标',
  '要素',
  'pollutant',
  'parameter',
  'item',
  'type',
];
export const VALUE_NAMES = [
  '值',
  '浓度',
  '监测值',
  '监测浓度',
  '数值',
  '小时值',
  '浓度值',
  '观测值',
  'value',
  'concentration',
];
