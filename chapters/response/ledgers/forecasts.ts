import { column as c, contradiction, type LedgerDefinition } from '#engines/ledgers';

/** Forecast bulletins issued (30.2). */
export const forecasts: LedgerDefinition = {
  id: 'response.forecasts',
  title: { zh: '空气质量预报通报台账', en: 'Forecasts issued' },
  entry: { zh: '期预报', en: 'forecasts' },
  about: {
    zh: '向各成员单位通报的空气质量预测预报：AQI范围、首要污染物、建议。',
    en: 'Forecasts told to the members: AQI range, primary pollutant, advice.',
  },
  key: ['day'],
  name: 'day',
  keeper: 'unit',
  place: 'none',
  refreshDays: null,
  columns: [
    c.date('day', '预报日期', 'Day', { required: true, sort: true }),
    c.unit('unit', '发布单位', 'Issued by', { required: true, filter: true }),
    c.integer('low', 'AQI下限', 'AQI from', '', { required: true, most: 500 }),
    c.integer('high', 'AQI上限', 'AQI to', '', { required: true, most: 500, sort: true }),
    c.choice(
      'primary',
      '首要污染物',
      'Primary pollutant',
      [
        ['pm25', 'PM2.5', 'PM2.5'],
        ['pm10', 'PM10', 'PM10'],
        ['o3', 'O3', 'O3'],
        ['no2', 'NO2', 'NO2'],
        ['none', '无', 'none'],
      ],
      { required: true, filter: true },
    ),
    c.integer('observed', '实况AQI', 'Observed AQI', '', { most: 500 }),
    c.choice(
      'hit',
      '是否命中',
      'Hit',
      [
        ['yes', '命中', 'hit'],
        ['no', '未命中', 'missed'],
      ],
      { filter: true },
    ),
    c.remark(),
  ],
  complete: ['observed'],
  contradictions: [
    contradiction('upsideDown', '下限大于上限', 'from more than to', [
      { column: 'low', is: 'more', than: { column: 'high' } },
    ]),
  ],
};
