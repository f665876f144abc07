import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../locales/en/index.ts';
import zh from '../../locales/zh-CN/index.ts';

/** plural forms of one key are one key: Chinese has one form, English two */
const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [at] : keysOf(value as object, at);
  });
}

const known = { 'zh-CN': new Set(keysOf(zh).map(plain)), en: new Set(keysOf(en).map(plain)) };

const sources = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join('web', path), 'utf8') }));
const literals = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => ({ path, key: match[1]! })),
);

describe('the languages', () => {
  it('say the same things', () => {
    expect([...known['zh-CN']].filter((key) => !known.en.has(key))).toEqual([]);
    expect([...known.en].filter((key) => !known['zh-CN'].has(key))).toEqual([]);
  });

  it('have a text for every key that a page names', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(literals.filter(({ key }) => !known['zh-CN'].has(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual(
      [],
    );
  });

  it('give plural forms to what is counted in English', () => {
    const keys = new Set(keysOf(en));
    const lone = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
    expect(lone).toEqual([]);
  });

  it('leave no English text in Chinese; a word of the plan may be quoted', () => {
    const texts = JSON.stringify(en).match(/"[^"]*"/g) ?? [];
    expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text) && !/[a-z]{3}/i.test(text))).toEqual([]);
  });

  it('fill the same blanks', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((m) => m[1]).filter((b) => b !== 'count');
    const flat = (texts: object, path = ''): [string, string][] =>
      Object.entries(texts).flatMap(([key, value]) => {
        const at = path ? `${path}.${key}` : key;
        return typeof value === 'string' ? [[plain(at), value] as [string, string]] : flat(value as object, at);
      });
    const chinese = new Map(flat(zh));
    const wrong = flat(en).filter(
      ([key, text]) =>
        blanks(text).sort().join() !==
        blanks(chinese.get(key) ?? '')
          .sort()
          .join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
