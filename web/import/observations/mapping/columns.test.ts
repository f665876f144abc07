import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '#app/api';
import { draftOf, mappingOf, withItem, withLayout, withRole } from './columns.ts';

const prsa: ImportMapping = {
  layout: 'wide',
  station: { column: 'station' },
  stations: { Guanyuan: '1006A' },
  time: { year: 'year', month: 'month', day: 'day', hour: 'hour' },
  hours: '0-23',
  stamp: 'start',
  utcOffset: 8,
  channels: [
    { column: 'PM2.5', pollutant: 'PM25', unit: 'µg/m³' },
    { column: 'CO', pollutant: 'CO', unit: 'µg/m³' },
  ],
  ignored: [],
  missing: ['NA'],
  decimal: '.',
};
const columns = ['No', 'year', 'month', 'day', 'hour', 'PM2.5', 'CO', 'station'];

describe('the mapping of columns', () => {
  it('shows the guess as roles and gives it back unchanged', () => {
    const draft = draftOf(prsa, columns);
    expect(draft.roles).toMatchObject({ No: { kind: 'none' }, hour: { kind: 'hour' }, CO: { kind: 'channel' } });
    expect(mappingOf(draft)).toEqual({ mapping: prsa });
  });

  it('of a long table keeps the quantities by their names in the item column', () => {
    const long: ImportMapping = {
      ...prsa,
      layout: 'long',
      station: { code: '1006A' },
      time: { column: '时间' },
      channels: [{ column: '细颗粒物', pollutant: 'PM25', unit: 'µg/m³' }],
      item: { column: '项目', value: '值' },
    };
    expect(mappingOf(draftOf(long, ['时间', '项目', '值']))).toEqual({ mapping: long });
  });

  it('says what is missing instead of sending half a mapping', () => {
    const draft = draftOf({ layout: 'long' }, ['时间', '项目', '值']);
    expect(mappingOf(draft)).toEqual({ gaps: ['station', 'time', 'channels', 'item'] });
  });

  it('lets only one column be the time', () => {
    const draft = withRole(draftOf({ time: { column: 'a' } }, ['a', 'b']), 'b', { kind: 'time' });
    expect(draft.roles).toEqual({ a: { kind: 'none' }, b: { kind: 'time' } });
  });

  it('drops a guess about a column that is not in the file', () => {
    expect(draftOf({ station: { column: 'gone' } }, ['a']).roles).toEqual({ a: { kind: 'none' } });
  });

  it('of a table with stations across keeps the stations as columns and the items that are left out', () => {
    const across: ImportMapping = {
      ...prsa,
      layout: 'across',
      station: { columns: ['1001A', '1006A'] },
      time: { date: 'date', hour: 'hour' },
      channels: [{ column: 'PM2.5', pollutant: 'PM25', unit: 'µg/m³' }],
      item: { column: 'type' },
      ignored: ['AQI'],
    };
    const draft = draftOf(across, ['date', 'hour', 'type', '1001A', '1006A', '9999A']);
    expect(mappingOf(draft)).toEqual({ mapping: across });
    expect(mappingOf(withItem(draft, 'PM2.5', null))).toEqual({ gaps: ['channels'] });
    expect(withItem(draft, 'AQI', { pollutant: 'CO', unit: 'mg/m³' }).ignored).toEqual([]);
    expect(withLayout(draft, 'long').roles['1001A']).toEqual({ kind: 'none' });
  });
});
