import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, isTable, isTest, LAYERS, type Layer, readSources } from './house/sources.ts';

/** Which layer may lean on which (the table of the house). A layer may lean on other rooms of its own where it names itself. */
const ARROWS: Record<Layer, readonly Layer[]> = {
  standards: ['standards'],
  protocols: ['standards', 'protocols'],
  methods: ['standards', 'methods'],
  platform: ['platform'],
  engines: ['standards', 'protocols', 'methods', 'platform', 'engines'],
  chapters: ['standards', 'engines', 'platform'],
  app: [...LAYERS],
  web: ['standards'],
};

const sources = readSources();
const product = sources.filter((s) => !isTest(s.path));

describe('the arrows of the house', () => {
  it('point only where the table lets them', () => {
    const wrong = product.flatMap((source) =>
      source.imports
        .filter((i) => i.to && i.to !== source.room)
        .filter((i) => !(source.layer === 'web' && (i.spec === '#app/api' ? i.typeOnly : i.to.startsWith('locales/'))))
        .filter((i) => !ARROWS[source.layer].includes(i.to.split('/')[0] as Layer))
        .map((i) => `${source.path} → ${i.spec}`),
    );
    expect(wrong).toEqual([]);
  });

  it('go through doors: no relative path leaves its room, no deep path enters one', () => {
    const wrong = product.flatMap((source) =>
      source.imports
        .filter(
          (i) =>
            (i.relative && i.leaves && !i.to.startsWith('locales/')) || /^#(?!app\/)[a-z]+\/[^/]+\/.+/.test(i.spec),
        )
        .map((i) => `${source.path} → ${i.spec}`),
    );
    expect(wrong).toEqual([]);
  });

  it('make no circle among rooms', () => {
    const leans = new Map<string, Set<string>>();
    for (const source of product)
      for (const i of source.imports)
        if (i.to && i.to !== source.room && !i.typeOnly) {
          const set = leans.get(source.room) ?? new Set<string>();
          leans.set(source.room, set.add(i.to));
        }
    const circles: string[] = [];
    const walk = (room: string, path: string[]) => {
      if (path.includes(room)) {
        circles.push([...path.slice(path.indexOf(room)), room].join(' → '));
        return;
      }
      for (const next of leans.get(room) ?? []) walk(next, [...path, room]);
    };
    for (const room of leans.keys()) walk(room, []);
    expect([...new Set(circles)].slice(0, 3)).toEqual([]);
  });

  it('give each room one door that opens with a paragraph', () => {
    const rooms = new Set(product.filter((s) => s.layer !== 'app' && s.layer !== 'web').map((s) => s.room));
    const wrong = [...rooms].filter((room) => {
      if (!existsSync(`${room}/index.ts`)) return true;
      return !/^\/\*\*[\s\S]{80,}?\*\//.test(readFileSync(`${room}/index.ts`, 'utf8'));
    });
    expect(wrong).toEqual([]);
  });
});

describe('standards and methods', () => {
  it('are pure: no Node, no clock, no chance', () => {
    const wrong = product
      .filter((s) => s.layer === 'standards' || s.layer === 'methods')
      .filter(
        (s) =>
          s.imports.some((i) => i.spec.startsWith('node:')) ||
          /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|process\./.test(s.text),
      )
      .map((s) => s.path);
    expect(wrong).toEqual([]);
  });
});

describe('the size of things', () => {
  it('no file above 400 lines, tables exempt', () => {
    expect(product.filter((s) => !isTable(s.path) && s.lines > 400).map((s) => `${s.path}: ${s.lines}`)).toEqual([]);
  });

  it('median at most 80 lines, nine in ten at most 250', () => {
    const sizes = product
      .filter((s) => !isTable(s.path))
      .map((s) => s.lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(250);
  });

  it('at most 20 files in a folder', () => {
    const count = new Map<string, number>();
    for (const path of LAYERS.flatMap((layer) => filesBelow(layer)))
      count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1);
    expect([...count].filter(([, n]) => n > 20)).toEqual([]);
  });
});

describe('names', () => {
  it('say what a thing is: no utils, helpers, common, core, managers, misc', () => {
    const empty = /(^|\/)(utils?|helpers?|common|core|managers?|misc)(\/|\.tsx?$)/i;
    expect(sources.map((s) => s.path).filter((path) => empty.test(path))).toEqual([]);
  });

  it('leave no marks and no silenced checks behind', () => {
    const marks =
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)|\bas any\b|\b(it|test|describe)\.(skip|only|todo)\(/;
    expect(
      sources.filter((s) => marks.test(s.text) && basename(s.path) !== 'architecture.test.ts').map((s) => s.path),
    ).toEqual([]);
  });
});
