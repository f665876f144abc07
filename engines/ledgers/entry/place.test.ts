import { describe, expect, it } from 'vitest';
import type { LedgerDefinition } from '../definition.ts';
import { type Place, placeFault, placeOf, placeText } from './place.ts';

const of = (place: LedgerDefinition['place'], placeRequired = false) => ({ place, placeRequired }) as LedgerDefinition;
const fault = (text: string, kind: LedgerDefinition['place'] = 'polygon') =>
  placeFault(of(kind), placeOf(text, kind))?.zh ?? null;

describe('a place', () => {
  it('is written and read unchanged: a point, a line, an area whose ring closes by itself', () => {
    const texts: [LedgerDefinition['place'], string][] = [
      ['point', '116.35,39.91'],
      ['line', '116.35,39.91 116.36,39.92 116.37,39.9'],
      ['polygon', '116.35,39.91 116.36,39.91 116.36,39.92 116.35,39.91'],
    ];
    for (const [kind, text] of texts) expect([text, placeText(placeOf(text, kind))]).toEqual([text, text]);
    expect(placeText(placeOf('116.35,39.91;116.36,39.91；116.36,39.92', 'polygon'))).toBe(
      '116.35,39.91 116.36,39.91 116.36,39.92 116.35,39.91',
    );
  });

  it('of an area has three corners and an edge that does not cross itself', () => {
    expect(fault('116.35,39.91 116.36,39.91 116.36,39.92 116.35,39.92')).toBeNull();
    expect(fault('116.35,39.91 116.36,39.92 116.36,39.91 116.35,39.92')).toContain('相互交叉');
    expect(fault('116.35,39.91 116.36,39.92 116.35,39.91')).toContain('三个角点');
    expect(placeOf('116.35,39.91 116.36,39.92', 'polygon')).toBeNull();
  });

  it('of another shape, the wrong way round or missing is told in a sentence', () => {
    const line: Place = {
      type: 'LineString',
      coordinates: [
        [116.35, 39.91],
        [116.36, 39.92],
      ],
    };
    expect(placeFault(of('polygon'), line)?.zh).toContain('形状');
    expect(placeFault(of('none'), line)?.zh).toContain('不记位置');
    expect(fault('39.91,116.35', 'point')).toContain('是否颠倒');
    expect(placeFault(of('point', true), null)?.zh).toContain('标出位置');
    // until it is drawn, a point stands for an area
    expect(fault('116.35,39.91')).toBeNull();
  });
});
