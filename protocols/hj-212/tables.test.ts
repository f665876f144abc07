import { describe, expect, it } from 'vitest';
import { pollutantOfHj212 } from '#standards/pollutants';
import {
  COMMANDS,
  commandRow,
  DATA_FLAGS,
  DEVIATIONS,
  EDITIONS,
  editionOfFlag,
  FACTORS,
  OLD_FACTOR_CODES,
  REQUESTS,
  SYSTEMS,
} from './index.ts';

const rows = Object.entries({ ...COMMANDS, ...SYSTEMS, ...DEVIATIONS, ...FACTORS, ...REQUESTS, ...DATA_FLAGS['2017'] });

describe('the tables of HJ 212', () => {
  it('name everything in both languages', () =>
    expect(rows.filter(([, { zh, en }]) => !zh || !/^[\x20-\x7e]+$/.test(en)).map(([code]) => code)).toEqual([]));
  it('commands have four digits, the side that says them, an edition and a citation', () => {
    for (const [code, row] of Object.entries(COMMANDS)) {
      expect(code).toMatch(/^\d{4}$/);
      expect([row.uses.length > 0, row.editions.length > 0, row.citation.length > 10]).toEqual([true, true, true]);
    }
  });
  it('2017 took the alarm commands of 2005 out', () =>
    expect(
      ['1021', '1022', '1031', '1032', '1041', '1042', '2071', '2072'].map((cn) => commandRow(cn)?.editions),
    ).toEqual(Array(8).fill(['2005'])));
  it('every request is a command that a platform may give', () =>
    expect(Object.values(REQUESTS).filter(({ cn }) => !COMMANDS[cn].uses.some(({ by }) => by === 'P'))).toEqual([]));
  it('editions follow each other and are told by the bits of Flag', () => {
    expect(Object.values(EDITIONS).map(({ inForce }) => inForce.from)).toEqual([
      '2006-02-01',
      '2017-05-01',
      '2026-01-01',
    ]);
    for (const [edition, { versionBits }] of Object.entries(EDITIONS))
      expect(editionOfFlag((versionBits << 2) | 3)).toBe(edition);
  });
  it('no factor is invented by an object’s own names', () => expect(commandRow('constructor')).toBeNull());
});

describe('factors', () => {
  it('have the standard’s unit, which is not what ambient devices send', () => {
    expect(FACTORS.a34004.unit).toBe('ng/m³');
    expect(FACTORS.a34011.unit).toBe('t/(km²·month)');
    expect(FACTORS.a24088.unit).toBe('mg/m³');
  });
  it('of 2005 are found by their old codes', () =>
    expect(['01', '02', '03', '05', 'S01', 'B02'].map((code) => OLD_FACTOR_CODES.get(code))).toEqual([
      'a34013',
      'a21026',
      'a21002',
      'a21028',
      'a19001',
      'a00000',
    ]));
  it('of the catalogue of pollutants are rows here', () =>
    expect(
      ['a34004', 'a34002', 'a34001', 'a21026', 'a21004', 'a21005', 'a24088', 'a25002'].filter(
        (code) => !(code in FACTORS) || pollutantOfHj212(code) === null,
      ),
    ).toEqual([]));
});
