import { describe, expect, it } from 'vitest';
import type { Bounds } from '../../map/geometry.ts';
import { groundAround, placeDoubt, placeOfText, textOfPlace } from './place.ts';

const DISTRICT: Bounds = [116.32, 39.87, 116.4, 39.98];
const SQUARE = '116.35,39.91 116.36,39.91 116.36,39.92 116.35,39.92';

describe('a place that is drawn or written in the form', () => {
  it('is told by one doubt, and by none where nothing is wrong', () => {
    const cases: [Parameters<typeof placeDoubt>[1], string, ReturnType<typeof placeDoubt>][] = [
      ['point', '', null],
      ['point', '116.35,39.91', null],
      ['point', '116.35', 'unreadable'],
      ['point', '西单', 'unreadable'],
      ['point', '116.35,39.91 116.36,39.92', 'oneOnly'],
      ['point', '39.91,116.35', 'outside'],
      ['line', '116.35,39.91 116.36,39.92', null],
      ['line', '116.35,39.91 116.5,39.92', 'outside'],
      ['polygon', SQUARE, null],
      ['polygon', '116.35,39.91', null],
      ['polygon', '116.35,39.91 116.36,39.92', 'corners'],
      ['polygon', '116.35,39.91 116.36,39.92 116.35,39.91', 'corners'],
      ['polygon', '116.35,39.91 116.36,39.92 116.36,39.91 116.35,39.92', 'crossing'],
    ];
    for (const [kind, text, doubt] of cases) expect([text, placeDoubt(text, kind, DISTRICT)]).toEqual([text, doubt]);
  });

  it('is not measured against a district that is not known yet', () => {
    expect(placeDoubt('117.5,39.91', 'point', null)).toBeNull();
  });

  it('comes back as the text that was written, with the ring closed, and is shown with the ground around it', () => {
    const area = placeOfText(SQUARE, 'polygon');
    expect(textOfPlace(area)).toBe(`${SQUARE} 116.35,39.91`);
    const [west, south, east, north] = groundAround(area)!;
    expect([west < 116.35, south < 39.91, east > 116.36, north > 39.92]).toEqual([true, true, true, true]);
    expect(groundAround(null)).toBeNull();
  });
});
