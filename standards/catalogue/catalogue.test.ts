import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isDate } from '#standards/editions';
import { printStandards, STANDARDS } from './index.ts';

const HERE = join(import.meta.dirname, '..');
/** Folders that carry out no document: dates, the list of substances, which editions rule together, all of them at once, this list. */
const FOUNDATIONS = ['station-year', 'catalogue', 'editions', 'pollutants', 'rule-book'];

describe('the catalogue of standards', () => {
  it('lists every folder once', () => {
    const folders = readdirSync(HERE, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const known = [...STANDARDS.map(({ folder }) => folder), ...FOUNDATIONS];
    expect([...known].sort()).toEqual(folders.sort());
  });

  it.each(STANDARDS)('$folder: editions are dated, cited and in the order of time', ({ editions }) => {
    expect(editions.length).toBeGreaterThan(0);
    for (const { edition, inForce, citation, checkedOn } of editions) {
      expect([edition, citation].every((text) => text.length > 1)).toBe(true);
      expect([inForce.from, inForce.until ?? '9999-12-31', checkedOn].every(isDate)).toBe(true);
      expect(inForce.from <= (inForce.until ?? '9999-12-31')).toBe(true);
    }
    const starts = editions.map(({ inForce }) => inForce.from);
    expect(starts).toEqual([...starts].sort());
  });

  it.each(STANDARDS)('$folder: what is said to be implemented is behind the door', ({ clauses, door }) => {
    expect(clauses.length).toBeGreaterThan(0);
    expect(clauses.flatMap(({ by }) => by).filter((name) => !(name in door))).toEqual([]);
  });

  it.each(STANDARDS)('$folder: everything is said in both languages, every setting has a default', (standard) => {
    const texts = [standard.title, ...standard.clauses.map(({ what }) => what), ...standard.gaps];
    for (const { zh, en } of [...texts, ...standard.settings.map(({ what }) => what)]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[a-z]/i);
    }
    expect(standard.settings.filter((setting) => setting.default === '')).toEqual([]);
  });

  it('docs/standards.md is what the tables print (npx lantian standards --print > docs/standards.md)', () => {
    expect(readFileSync(join(HERE, '../docs/standards.md'), 'utf8')).toBe(printStandards(STANDARDS));
  });
});
