import { describe, expect, it } from 'vitest';
import type { FieldRow } from '#protocols/fields';
import * as gb17691 from '#protocols/gb-17691';
import * as gb32960 from '#protocols/gb-32960';
import * as hj212 from '#protocols/hj-212';
import * as hj1239 from '#protocols/hj-1239';
import * as jt808 from '#protocols/jt-808';
import { isDate, type StandardDescription } from '#standards/editions';

type Door = { readonly PROTOCOL: StandardDescription } & Readonly<Record<string, unknown>>;
/** written as rows of bytes */
const BINARY: readonly Door[] = [gb17691, hj1239, gb32960, jt808];
const described = (doors: readonly Door[]) => doors.map((door) => ({ door, ...door.PROTOCOL }));

const isRow = (x: unknown): x is FieldRow =>
  typeof x === 'object' && x !== null && 'kind' in x && 'name' in x && 'zh' in x;
/** Every table of rows behind a door, also those of the editions of a message. */
const tablesOf = (door: Door) =>
  Object.entries(door).flatMap(([name, value]) => {
    const several = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    const tables = [[name, value] as const, ...several.map(([key, one]) => [`${name}.${key}`, one] as const)];
    return tables.filter(
      (one): one is [string, FieldRow[]] => Array.isArray(one[1]) && one[1].length > 0 && one[1].every(isRow),
    );
  });
const within = (rows: readonly FieldRow[]): FieldRow[] =>
  rows.flatMap((row) =>
    row.kind === 'list' ? [row, ...within(row.of)] : row.kind === 'series' ? [row, row.of] : [row],
  );

describe.each(described([...BINARY, hj212]))('$folder', ({ door, editions, clauses, title, gaps, settings }) => {
  it('names dated and cited editions in the order of time', () => {
    for (const { inForce, citation, checkedOn } of editions) {
      expect([inForce.from, inForce.until ?? '9999-12-31', checkedOn].every(isDate)).toBe(true);
      expect(citation.length).toBeGreaterThan(10);
    }
    const starts = editions.map(({ inForce }) => inForce.from);
    expect(starts).toEqual([...starts].sort());
  });
  it('has what it says it implements behind its door, in both languages', () => {
    expect(clauses.flatMap(({ by }) => by).filter((name) => !(name in door))).toEqual([]);
    for (const { zh, en } of [
      title,
      ...clauses.map(({ what }) => what),
      ...gaps,
      ...settings.map(({ what }) => what),
    ]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
    }
  });
});

describe.each(described(BINARY))('the rows of $folder', ({ door }) => {
  it('has tables whose fields are named once, in the words of the standard', () => {
    const tables = tablesOf(door);
    expect(tables.length).toBeGreaterThan(0);
    for (const [table, rows] of tables) {
      const names = rows.map(({ name }) => name);
      expect([table, names.filter((name, i) => names.indexOf(name) !== i)]).toEqual([table, []]);
      for (const row of within(rows))
        expect(`${row.name} ${row.zh}`).toMatch(/^[a-z][A-Za-z0-9]* .*[A-Z\u4e00-\u9fff]/);
    }
  });
  it('marks a vehicle number, plate, SIM card and place as personal wherever they stand', () => {
    const telling = /^(vin|plate|iccid|imei|authCode|password|(latitude|longitude)(Degrees|Micro))$/;
    const open = tablesOf(door).flatMap(([table, rows]) =>
      within(rows).flatMap((row) => (telling.test(row.name) && !row.personal ? [`${table}.${row.name}`] : [])),
    );
    expect(open).toEqual([]);
  });
});
