import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDeadline } from './deadline.ts';
import { deadlineInText } from './deadline-in-text.ts';
import { targetsIn } from './targets.ts';
import { unitReader } from './units.ts';

/** Lines of a fixture as pairs of words and what they mean. */
function cases(name: string): [string, string][] {
  return readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' →'))
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf(' →');
      return [line.slice(0, at).replaceAll('\\n', '\n'), line.slice(at + 2).trim()];
    });
}

describe('targets in a measure’s words', () => {
  it.each(cases('targets'))('%s', (words, meaning) => {
    const { targets } = targetsIn(words, '');
    const wanted = meaning === '' ? [] : meaning.split('|').map((part) => part.trim());
    const said = targets.map((t, i) => {
      const more = [
        [' /', t.scope],
        [' @', t.period],
        [' ~', t.soft],
      ] as const;
      const asked = more.filter(([mark]) => wanted[i]?.includes(mark)).map(([mark, value]) => `${mark}${value}`);
      return `${t.operator} ${t.value ?? '-'} ${t.unit ?? '-'}${asked.join('')}`;
    });
    expect(said).toEqual(wanted);
    for (const target of targets)
      expect(words.slice(target.at!.start, target.at!.end), 'a target stands where it says').toBe(target.quote);
  });
});

describe('words of a deadline', () => {
  it.each(cases('deadlines'))('%s', (words, meaning) => {
    const { kind, date, months } = readDeadline(words, 2021);
    expect([kind, date, months?.join()].filter(Boolean).join(' ')).toBe(meaning);
  });

  it('take the plan’s year only where there is one', () => {
    expect(readDeadline('年底前', null).date).toBeUndefined();
    expect(readDeadline('2022年6月底前', null).date).toBe('2022-06-30');
  });

  it.each([
    ['2022年6月底前，完成15家企业治理。', '2022-06-30'],
    ['制定方案（3月底前完成），11月15日前，完成改造。', '2021-11-15'],
    ['加强巡查，长期坚持。', 'long_term'],
    ['新建项目2020年底前已审批的除外。', undefined],
  ])('in the measure itself: %s', (words, meaning) => {
    const found = deadlineInText(words, 2021);
    expect(found?.date ?? found?.kind).toBe(meaning);
  });
});

describe('cells of units in a plan of another place', () => {
  const read = unitReader({ units: [] }, '东湖区');
  it.each(cases('units'))('%s', (words, meaning) => {
    expect(read(words, { measure: '1.1', task: 1 }).names.join('|')).toBe(meaning);
  });
});
