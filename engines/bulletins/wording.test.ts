import { describe, expect, it } from 'vitest';
import { scripted } from './scripts.ts';
import { changeInTable, changeInWords, differenceInWords, enumerated, joined, plainText } from './wording.ts';

const said = (now: string | null, before: string | null) => plainText(changeInWords(now, before, '/air', 'x'));

describe('the change against last year', () => {
  it('is told from the printed figures', () => {
    expect(said('34', '40')).toBe('同比下降15.0%');
    expect(said('41', '40')).toBe('同比上升2.5%');
    expect(said('0.8', '0.8')).toBe('同比持平');
  });
  it('has no number without a base, and says why', () => {
    expect(said('34', null)).toBe('上年同期有效数据不足，不作同比');
    expect(said(null, '40')).toBe('无同比');
    expect(said('3', '0')).not.toMatch(/%/);
  });
  it('is a figure that opens', () => {
    expect(changeInWords('34', '40', '/air?evidence=PM25_mean', '同比变化')).toContainEqual({
      text: '15.0%',
      href: '/air?evidence=PM25_mean',
      label: '同比变化',
    });
  });
  it('carries its sign in tables, and 0.0% never has one', () => {
    expect(changeInTable('34', '40')).toBe('-15.0%');
    expect(changeInTable('44', '40')).toBe('10.0%');
    expect(changeInTable('9999', '10000')).toBe('0.0%');
    expect(changeInTable('1', null)).toBe('—');
  });
  it('of counts is told in days', () => {
    expect(plainText(differenceInWords(3, 5, '天', '/air', 'x'))).toBe('同比减少2天');
    expect(plainText(differenceInWords(5, 5, '天', '/air', 'x'))).toBe('同比持平');
    expect(plainText(differenceInWords(5, null, '天', '/air', 'x'))).toMatch(/不作同比/);
  });
});

it('names in a row are joined as Chinese joins them', () => {
  expect(joined(enumerated([['甲'], ['乙'], ['丙']]))).toEqual(['甲、乙和丙']);
});

describe('subscripts', () => {
  const lowered = (text: string) => scripted(text).flatMap(({ text: t, sub }) => (sub ? [t] : []));
  it('stand in the symbols of pollutants', () => {
    expect(scripted('其中PM2.5为35')).toEqual([
      { text: '其中', sub: false },
      { text: 'PM', sub: false },
      { text: '2.5', sub: true },
      { text: '为35', sub: false },
    ]);
    expect(lowered('SO2、NO2、PM10、O3、CO')).toEqual(['2', '2', '10', '3']);
  });
  it('and nowhere else', () => {
    expect(lowered('HO2N与PM100')).toEqual([]);
    expect(lowered('21.0%，第10号')).toEqual([]);
  });
});
