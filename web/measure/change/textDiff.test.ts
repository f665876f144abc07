import { describe, expect, it } from 'vitest';
import { textDiff } from './textDiff.ts';

describe('difference of two wordings', () => {
  it('shows a raised number as one number taken out and one put in', () => {
    expect(textDiff('全年检测量不低于12组。', '全年检测量不低于15组。')).toEqual([
      { kind: 'same', text: '全年检测量不低于' },
      { kind: 'removed', text: '12' },
      { kind: 'added', text: '15' },
      { kind: 'same', text: '组。' },
    ]);
  });

  it('says nothing of equal wordings but the wording', () => {
    expect(textDiff('长期实施', '长期实施')).toEqual([{ kind: 'same', text: '长期实施' }]);
    expect(textDiff('', '')).toEqual([]);
  });

  it('gives both wordings back when read by side', () => {
    const older = '区商务局、区生态环境局引导企业夜间加油。';
    const newer = '夏季（6-9月），区商务局引导和鼓励车主夜间加油。';
    const parts = textDiff(older, newer);
    expect(
      parts
        .filter((p) => p.kind !== 'added')
        .map((p) => p.text)
        .join(''),
    ).toBe(older);
    expect(
      parts
        .filter((p) => p.kind !== 'removed')
        .map((p) => p.text)
        .join(''),
    ).toBe(newer);
  });
});
