import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBindings } from '#engines/indicators';
import { indicators } from '../app/definitions.ts';

const specifications = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|story)\.ts$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));

describe('the figures by which a plan is judged', async () => {
  const bindings = await readBindings('districts/xicheng/plan-2021/bindings.yaml', indicators);
  const bound = [...new Set(Object.values(bindings).flatMap((rows) => rows.map(({ indicator }) => indicator)))];
  const everywhere = [...specifications('chapters'), ...specifications('engines'), ...specifications('tests')];

  it('have each a specification that says what it comes to, but those of a list that only shrinks', () => {
    const unspecified = bound.filter((id) => {
      const [chapter = '', name = ''] = id.split('.');
      const own = specifications(join('chapters', chapter)).some((text) => text.includes(`'${name}'`));
      return !own && !everywhere.some((text) => text.includes(`'${id}'`));
    });
    const listed = readFileSync('tests/unspecified-figures.txt', 'utf8').split('\n').filter(Boolean);
    expect(unspecified.sort()).toEqual(listed.sort());
  });
});
