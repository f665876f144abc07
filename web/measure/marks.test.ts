import { describe, expect, it } from 'vitest';
import { findNames, findWords, markText, searchWords } from './marks.ts';

describe('marking a measure', () => {
  const text = '区市场监管局开展抽检，全年检测量不低于12组。';

  it('keeps the wording to the letter, whatever is marked', () => {
    const pieces = markText(text, [
      { start: 11, end: 22, kind: 'target' },
      { start: 15, end: 16, kind: 'word' },
      { start: 0, end: 6, kind: 'unit' },
    ]);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.find((p) => p.start === 15)?.marks).toEqual(['target', 'word']);
    expect(pieces[0]).toEqual({ start: 0, text: '区市场监管局', marks: ['unit'] });
  });

  it('leaves out a place that does not exist in the text', () => {
    expect(markText('短文', [{ start: 1, end: 9, kind: 'target' }])).toEqual([{ start: 0, text: '短文', marks: [] }]);
  });

  it('finds the longer unit name where one contains the other', () => {
    const found = findNames('各街道办事处、街道办事处', [
      { name: '街道办事处', of: 'short' },
      { name: '各街道办事处', of: 'long' },
    ]);
    expect(found).toEqual([
      { start: 0, end: 6, kind: 'long' },
      { start: 7, end: 12, kind: 'short' },
    ]);
  });

  it('searches words without regard to case', () => {
    expect(searchWords(' VOCs，抽检  vocs ')).toEqual(['vocs', '抽检']);
    expect(findWords('含VOCs产品的VOCs', ['vocs']).map((m) => m.start)).toEqual([1, 8]);
  });
});
