import { describe, expect, it } from 'vitest';
import { guessMapping, headerRowOf } from './guess.ts';
import { plainName, pollutantOfName } from './names.ts';

const table = (...lines: string[]) => lines.map((line, i) => ({ row: i + 1, cells: line.split(',') }));
const guess = (...lines: string[]) => {
  const rows = table(...lines);
  return guessMapping(rows[0]!.cells, rows.slice(1));
};

describe('a guess of the mapping', () => {
  it('knows the quantities under their many names', () => {
    expect(['PM2.5', 'PM25', 'PM₂.₅', '细颗粒物(μg/m³)', 'pm2_5', 'PM2.5浓度（ug/m3）'].map(pollutantOfName)).toEqual(
      Array(6).fill('PM25'),
    );
    expect(['SO2', '二氧化硫', 'SO₂', 'O3_1h', '风向', 'WSPM', '气温(℃)'].map(pollutantOfName)).toEqual([
      'SO2',
      'SO2',
      'SO2',
      'O3',
      'WD',
      'WS',
      'TEMP',
    ]);
    expect([pollutantOfName('编号'), pollutantOfName('AQI')]).toEqual([undefined, undefined]);
    expect(plainName('CO 平均浓度 [mg/m3]')).toBe('co');
  });

  it('of the PRSA files is right in every column', () => {
    const { mapping } = guess(
      'No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,TEMP,PRES,DEWP,RAIN,wd,WSPM,station',
      '1,2013,3,1,0,4,4,14,20,300,69,-0.7,1023,-18.8,0,NNW,4.4,Guanyuan',
    );
    expect(mapping).toMatchObject({
      layout: 'wide',
      hours: '0-23',
      stamp: 'start',
      station: { column: 'station' },
      time: { year: 'year', month: 'month', day: 'day', hour: 'hour' },
    });
    expect(mapping.channels?.map((c) => `${c.pollutant} ${c.unit}`)).toEqual([
      'PM25 µg/m³',
      'PM10 µg/m³',
      'SO2 µg/m³',
      'NO2 µg/m³',
      'CO µg/m³',
      'O3 µg/m³',
      'TEMP °C',
      'PRES hPa',
      'DEWP °C',
      'RAIN mm',
      'WD compass',
      'WS m/s',
    ]);
  });

  it('of a Chinese table with 24 hours takes the stamp as the end of the hour and says so', () => {
    const { mapping, warnings } = guess(
      '日期,小时,站点名称,PM₂.₅(μg/m³),CO(mg/m³)',
      '2016-01-05,23,官园,35,0.5',
      '2016-01-05,24,官园,36,0.6',
    );
    expect(mapping).toMatchObject({
      hours: '1-24',
      stamp: 'end',
      time: { date: '日期', hour: '小时' },
      station: { column: '站点名称' },
    });
    expect(mapping.channels).toEqual([
      { column: 'PM₂.₅(μg/m³)', pollutant: 'PM25', unit: 'µg/m³' },
      { column: 'CO(mg/m³)', pollutant: 'CO', unit: 'mg/m³' },
    ]);
    expect(warnings.map((w) => w.zh)).toEqual(['小时写作1–24，按“时间为小时结束时刻”理解，请确认。']);
  });

  it('of a long table finds item and value', () => {
    const { mapping } = guess(
      '监测点,监测时间,因子,浓度',
      '官园,2016-01-05 13:00,细颗粒物,35',
      '官园,2016-01-05 13:00,二氧化硫,4',
    );
    expect(mapping).toMatchObject({
      layout: 'long',
      item: { column: '因子', value: '浓度' },
      time: { column: '监测时间' },
    });
    expect(mapping.channels?.map((c) => [c.column, c.pollutant])).toEqual([
      ['细颗粒物', 'PM25'],
      ['二氧化硫', 'SO2'],
    ]);
  });

  it('asks for what it cannot know: station, the state of a volume share', () => {
    const { mapping, warnings } = guess('时间,O3(ppb)', '2016-01-05 13:00,35');
    expect(mapping.station).toBeUndefined();
    expect(warnings.map((w) => w.zh).join()).toMatch(/没有站点列.*换算状态/);
  });

  it('finds the header below a title', () => {
    expect(headerRowOf(table('西城区空气质量小时值,,', ',,', '时间,站点,PM2.5', '2016-01-05 13:00,官园,35'))).toBe(3);
  });
});
