import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimal,
  divide,
  divideHalfEven,
  exact,
  meanRound,
  meanScaled,
  printExact,
  printScaled,
  ratioPercent,
  roundHalfEven,
  squareRoot,
  toScaled,
} from './index.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => {
    const text = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const body = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
    return units < 0n ? `-${body}` : body;
  });

describe('rounding half to even in one step', () => {
  it.each([
    ['2.5', 0, '2'],
    ['3.5', 0, '4'],
    ['1.015', 2, '1.02'],
    ['2.451', 1, '2.5'],
    ['-0.5', 0, '0'],
    ['-33.35', 1, '-33.4'],
    ['1350', -2, '1400'],
    ['99.95', 1, '100.0'],
    ['1e-3', 2, '0.00'],
    ['.5', 0, '0'],
  ])('%s to %i decimals is %s', (x, digits, rounded) => expect(roundHalfEven(x, digits)).toBe(rounded));

  it('takes a number as its shortest decimal', () => expect(roundHalfEven(1.015, 2)).toBe('1.02'));
  it.each(['', ' 1', '1,5', 'NaN', '--1', '.'])('refuses %j', (x) => {
    expect(() => roundHalfEven(x, 1)).toThrow(/not a decimal number/);
  });
  it('rounding what is rounded changes nothing', () =>
    fc.assert(
      fc.property(decimal, fc.integer({ min: -3, max: 5 }), (x, digits) => {
        const once = roundHalfEven(x, digits);
        expect(roundHalfEven(once, digits)).toBe(once);
      }),
    ));
  it('keeps the order of the numbers', () =>
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: -3, max: 5 }), (a, b, digits) => {
        const [low, high] = compareDecimal(a, b) <= 0 ? [a, b] : [b, a];
        expect(compareDecimal(roundHalfEven(low, digits), roundHalfEven(high, digits))).toBeLessThanOrEqual(0);
      }),
    ));
});

describe('means and shares', () => {
  it('a mean is rounded once, from the exact sum', () => expect(meanRound(['33', '34', '35', '36'], 0)).toBe('34'));
  it('there is no mean of nothing and no share of zero', () => {
    expect(meanRound([], 1)).toBeNull();
    expect(ratioPercent(1, 0, 1)).toBeNull();
  });
  it('a third is 33.3 %', () => expect(ratioPercent(1, 3, 1)).toBe('33.3'));
  it('the bulk path prints the same digits as the exact path', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9999, max: 99999 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 4 }),
        (units, from, to) => {
          const bulk = printScaled(meanScaled(units, from, to) as number, to);
          expect(bulk).toBe(
            meanRound(
              units.map((u) => printScaled(u, from)),
              to,
            ),
          );
        },
      ),
    ));
  it('says when a sum leaves the safe integers', () => {
    expect(() => divideHalfEven(2 ** 53, 2)).toThrow(/safe integer/);
  });
  it('knows the decimals of a number', () => {
    expect(toScaled(1.1, 1)).toBe(11);
    expect(toScaled(1.15, 1)).toBeNull();
  });
});

describe('exact values', () => {
  it('prints all digits, or none when they do not end', () => {
    expect(printExact(divide(exact('3'), exact('8')))).toBe('0.375');
    expect(printExact(exact('-12.300'))).toBe('-12.3');
    expect(printExact(divide(exact(1), exact(3)))).toBeNull();
  });
  it('4 and 4.0 are equal', () => expect(compareDecimal('4', '4.0')).toBe(0));
  it('takes square roots', () => {
    expect(printExact(squareRoot(exact('0.81')))).toBe('0.9');
    expect(printExact(squareRoot(exact(0)))).toBe('0');
  });
});
