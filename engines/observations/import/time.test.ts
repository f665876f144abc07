import { describe, expect, it } from 'vitest';
import { formatReader, hourBegin, type TimeFault, wallTimeOf } from './time.ts';

const START = { hours: '0-23', stamp: 'start', utcOffset: 8 } as const;
const at = (text: string, rule: Parameters<typeof hourBegin>[1] = START) => {
  const wall = wallTimeOf(text);
  const instant = typeof wall === 'string' ? wall : hourBegin(wall, rule, false);
  return typeof instant === 'string' ? instant : new Date(instant).toISOString().slice(0, 16);
};

describe('a time in a file', () => {
  it.each([
    '2016-01-05 13:00',
    '2016/1/5 13',
    '2016/1/5 13:00:00',
    '20160105 13',
    '2016010513',
    '201601051300',
    '2016-01-05T13:00:00',
    '2016年1月5日13时',
    '2016年01月05日 13:00',
    '2016.1.5 13:00',
    '2016-01-05T05:00:00Z',
    '2016-01-05T06:00+01:00',
    '42374.541666667',
  ])('%s is 13:00 of 5 January 2016 in Beijing', (text) => {
    expect(at(text)).toBe('2016-01-05T05:00');
  });

  it('at another offset is read there', () => {
    expect(at('2016-01-05 05:00', { ...START, utcOffset: 0 })).toBe('2016-01-05T05:00');
  });

  it('stamped at the end describes the hour before; 24:00 is the end of the day', () => {
    const end = { hours: '1-24', stamp: 'end', utcOffset: 8 } as const;
    expect(at('2016-01-05 24:00', end)).toBe('2016-01-05T15:00');
    expect(at('2016-02-29 24:00', end)).toBe('2016-02-29T15:00');
    expect(at('2016-01-06 00:00', end)).toBe('2016-01-05T15:00');
  });

  it.each<[string, TimeFault]>([
    ['2016-02-30 01:00', 'no_such_date'],
    ['2015-02-29 01:00', 'no_such_date'],
    ['2016-01-05', 'no_hour'],
    ['2016-01-05 13:30', 'not_whole_hour'],
    ['2016-01-05 24:00', 'hour_24'],
    ['2016-01-05 25:00', 'unreadable'],
    ['05/01/2016 13:00', 'ambiguous'],
    ['昨天', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is refused: %s', (text, fault) => {
    expect(at(text)).toBe(fault);
  });

  it('in a stated format is read by it alone', () => {
    const read = formatReader('DD/MM/YYYY HH:mm');
    expect(read('05/01/2016 13:00')).toMatchObject({ year: 2016, month: 1, day: 5, hour: 13 });
    expect(read('2016-01-05 13:00')).toBe('unreadable');
    expect(() => formatReader('DD/MM/YYYY')).toThrow(/lacks year, month, day or hour/);
  });
});
