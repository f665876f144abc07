import { describe, expect, it } from 'vitest';
import { actorOf, type Grant } from './index.ts';

const ROWS = [
  { role: 'public', action: 'air.read', scope: 'all' },
  { role: 'office', action: 'measure.report', scope: 'all' },
  { role: 'bureau', action: 'measure.report', scope: 'own_unit' },
  { role: 'street', action: 'measure.report', scope: 'own_street' },
] as const;
const person = (...grants: Grant[]) => actorOf({ accountId: '1', name: '', grants }, ROWS);
const REPORT = 'measure.report';

describe('an actor', () => {
  it('of the public may what the public may, and is asked to log in for the rest', () => {
    const nobody = actorOf({ accountId: null, name: '', grants: [{ role: 'office' }] }, ROWS);
    expect(nobody.may('air.read')).toBe(true);
    // without an account no grant counts
    expect(nobody.may(REPORT)).toBe(false);
    expect(() => nobody.require(REPORT)).toThrow(/log in/);
  });

  it('with a role keeps what the public may', () => {
    expect(person({ role: 'bureau', unitId: 'a' }).may('air.read')).toBe(true);
  });

  it('of the office may everywhere', () => {
    expect(person({ role: 'office' }).may(REPORT, { unitIds: ['a'] })).toBe(true);
    expect(person({ role: 'office' }).may(REPORT)).toBe(true);
  });

  it('of a unit may where its unit is one of those concerned, nowhere else', () => {
    const bureau = person({ role: 'bureau', unitId: 'a' });
    expect(bureau.may(REPORT, { unitIds: ['b', 'a'] })).toBe(true);
    expect(bureau.may(REPORT, { unitIds: ['b'] })).toBe(false);
    expect(bureau.may(REPORT, { streetCodes: ['a'] })).toBe(false);
    expect(bureau.may(REPORT)).toBe(false);
    expect(bureau.mayAnywhere(REPORT)).toBe(true);
    expect(() => bureau.require(REPORT, { unitIds: ['b'] })).toThrow(/role does not allow/);
  });

  it('of a street may in that street', () => {
    const street = person({ role: 'street', streetCode: '110102007' });
    expect(street.may(REPORT, { streetCodes: ['110102007'] })).toBe(true);
    expect(street.may(REPORT, { streetCodes: ['110102001'] })).toBe(false);
  });

  it('with a grant that lacks its unit may nowhere', () => {
    expect(person({ role: 'bureau' }).may(REPORT, { unitIds: [''] })).toBe(false);
  });

  it('with two grants may what either allows', () => {
    const both = person({ role: 'bureau', unitId: 'a' }, { role: 'bureau', unitId: 'b' });
    expect(['a', 'b', 'c'].map((id) => both.may(REPORT, { unitIds: [id] }))).toEqual([true, true, false]);
  });
});
