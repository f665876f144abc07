import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortestDecimal } from './shortest-decimal.ts';

it('gives back what was sent, although a 4-byte number is only near it', () => {
  for (const text of [
    '0.2856',
    '1.0265',
    '0.1',
    '0',
    '-3',
    '999',
    '0.3',
    '12.345',
    '1013.25',
    '8388609',
    '0.00001',
    '123456.7',
  ])
    expect(shortestDecimal(Math.fround(Number(text)))).toBe(text);
});

it('is plain notation and reads back as the same 4-byte number, whatever it is', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (real) => {
      const text = shortestDecimal(real);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Math.fround(Number(text))).toBe(real === 0 ? 0 : real);
    }),
  );
});
