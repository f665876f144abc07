import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from './house/sources.ts';

const ROOT = join(import.meta.dirname, '..');
let project: string;

/** A project outside of the repository that knows nothing but the compiled package. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'standards-alone-'));
  const built = join(project, 'built');
  execFileSync(process.execPath, [join(ROOT, 'bin/pack-standards.mjs'), built]);
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(built, join(project, 'node_modules', 'lantian-standards'));
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
});
afterAll(() => rmSync(project, { recursive: true }));

type Example = { readme: string; title: string; code: string; output: string[] };
const EXAMPLES = ['README.md', 'README.zh-CN.md'].flatMap((readme): Example[] => {
  const text = readFileSync(join(ROOT, 'standards', readme), 'utf8');
  return [...text.matchAll(/## (.+)\n\n```js\n([\s\S]*?)```/g)].map((match) => {
    const [title, code] = [match[1] as string, match[2] as string];
    const output = [...code.matchAll(/^\/\/ → (.*)$/gm)].map((line) => line[1] as string);
    return { readme, title, code, output };
  });
});

describe('the standards alone', () => {
  it('need no package: every import stays among them', () => {
    const modules = filesBelow(join(project, 'built')).filter((path) => path.endsWith('.js'));
    expect(modules.length).toBeGreaterThan(60);
    const outside = modules.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^(?:(?:import|export)\s[^;'"=]*?\sfrom|import)\s*['"]([^'"]+)['"];$/gm)]
        .map((match) => match[1] as string)
        .filter((spec) => !spec.startsWith('./') && !spec.startsWith('#standards/'))
        .map((spec) => `${path} → ${spec}`),
    );
    expect(outside).toEqual([]);
    const fetching = modules.filter((path) => /\b(import|require)\(/.test(readFileSync(path, 'utf8')));
    expect(fetching).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(ROOT, 'standards/package.json'), 'utf8'));
    expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
  });

  it('have the same examples in both languages', () => {
    const of = (name: string) => EXAMPLES.filter(({ readme }) => readme === name).length;
    expect(of('README.md')).toBeGreaterThanOrEqual(4);
    expect(of('README.zh-CN.md')).toBe(of('README.md'));
  });

  it.each(EXAMPLES)('$readme, $title: ten lines that print what they say', ({ code, output }) => {
    expect(code.split('\n').filter((line) => line && !line.startsWith('//')).length).toBeLessThanOrEqual(10);
    expect(output.length).toBeGreaterThan(0);
    writeFileSync(join(project, 'example.js'), code);
    const printed = execFileSync(process.execPath, ['example.js'], { cwd: project, encoding: 'utf8' });
    expect(printed.trimEnd().split('\n')).toEqual(output);
  });

  it('bring their types along', () => {
    writeFileSync(
      join(project, 'typed.ts'),
      `import { dailyAqi, type Hj633Edition } from 'lantian-standards/hj-633';
export const aqi: number | null = dailyAqi('HJ633-2012' satisfies Hj633Edition, { PM25_24h: '35' }).aqi;
export const wrong: 'no edition' extends Hj633Edition ? never : true = true;
`,
    );
    const settings = { compilerOptions: { module: 'nodenext', strict: true, noEmit: true, types: [] } };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ ...settings, files: ['typed.ts'] }));
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project], { cwd: project });
  });
});
