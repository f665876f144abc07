import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { printReport } from './command.ts';
import { agrees } from './compare.ts';
import { kindOf } from './frame-kinds.ts';
import { runVectors, vectorsCommand } from './index.ts';

const SUITES = join(import.meta.dirname, '../../tests/vectors/standards');
const FRAMES = join(import.meta.dirname, '../../tests/vectors/frames');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function suiteFolder(content: string): Promise<string> {
  const dir = await mkdtemp(join(folder, 'suite-'));
  await writeFile(join(dir, 'some.json'), content);
  return dir;
}
const oneCase = (suite: string, fn: string, input: unknown, expected: unknown) =>
  suiteFolder(JSON.stringify({ suite, cases: [{ id: 'a1', fn, input, expected }] }));

describe('the worked examples of the standards', () => {
  it('all pass', async () => {
    const files = await readdir(SUITES);
    const contents = await Promise.all(files.map((name) => readFile(join(SUITES, name), 'utf8')));
    const total = contents.reduce((n, content) => n + JSON.parse(content).cases.length, 0);
    expect(await runVectors(SUITES)).toEqual({ passed: total, failed: 0, skipped: [], failures: [] });
  });
});

describe('the captured frames of devices', () => {
  it('all decode to what is known of them', async () => {
    const names = (await readdir(FRAMES)).filter((name) => kindOf(name.replace('.jsonl', '')) !== undefined);
    const contents = await Promise.all(names.map((name) => readFile(join(FRAMES, name), 'utf8')));
    const total = contents.reduce((n, content) => n + content.trim().split('\n').length, 0);
    const { passed, failures } = await runVectors(FRAMES);
    expect({ passed, failures }).toEqual({ passed: total, failures: [] });
  });
});

describe('a run', () => {
  it('names each failure with what was expected and what came', async () => {
    const report = await runVectors(await oneCase('rounding', 'gbRound', { x: '2.5', digits: 0 }, '3'));
    expect(report.failures).toEqual([{ suite: 'rounding', id: 'a1', fn: 'gbRound', expected: '3', actual: '2' }]);
    expect(printReport(report)).toBe('FAILED rounding a1 gbRound: expected "3", got "2"\n0 passed, 1 failed');
  });
  it('runs known functions of a suite it has never seen', async () => {
    const report = await runVectors(await oneCase('station-hours', 'gbRound', { x: '2.5', digits: 0 }, 2));
    expect(report).toMatchObject({ passed: 1, failed: 0 });
  });
  it('skips an unknown function of another suite, but fails it in a suite that is needed', async () => {
    const skipped = await runVectors(await oneCase('noise', 'ldn', {}, 1));
    expect(skipped).toMatchObject({
      passed: 0,
      failed: 0,
      skipped: [{ suite: 'noise', count: 1, why: 'no function ldn' }],
    });
    expect(await runVectors(await oneCase('days', 'ldn', {}, 1))).toMatchObject({ failed: 1 });
  });
  it('a case of another shape fails and the others go on', async () => {
    const report = await runVectors(await oneCase('rounding', 'gbRound', { x: '2.5' }, '3'));
    expect(report.failures[0]?.actual).toMatch(/^! input does not fit the contract/);
  });
});

describe('a folder that cannot be run is refused in one sentence', () => {
  it.each([
    ['half a file', '{"suite": "aqi", "cases": [', /cannot be read/],
    ['another form', '{"suite": "aqi", "cases": [{"id": 1}]}', /is not in the form .* see cases\.0\.id/],
  ])('%s', async (_, content, sentence) => {
    const refused = runVectors(await suiteFolder(content));
    await expect(refused).rejects.toMatchObject({
      code: 'vectors_unreadable',
      message: expect.stringMatching(sentence),
    });
  });
  it('no such folder, no suite in it', async () => {
    await expect(runVectors(join(folder, 'absent'))).rejects.toThrow(/cannot be opened/);
    await expect(runVectors(await mkdtemp(join(folder, 'empty-')))).rejects.toThrow(/holds no suite/);
  });
});

describe('comparison', () => {
  it.each<[unknown, unknown, string, boolean]>([
    ['4.0', 4, '', true],
    ['4.0', '4', '', true],
    ['4.01', '4', '', false],
    [null, '0', '', false],
    [['PM10', 'O3'], ['O3', 'PM10'], 'primary', true],
    [['PM10', 'O3'], ['O3'], 'primary', false],
    [[1, 2], [2, 1], 'byLevel', false],
    [{ a: '1' }, { a: 1, more: 2 }, '', true],
    [{ a: null }, {}, '', false],
    [true, 'true', '', false],
  ])('%j and %j in %j: %s', (expected, actual, name, result) => expect(agrees(expected, actual, name)).toBe(result));
});

describe('lantian vectors DIR', () => {
  afterEach(() => {
    process.exitCode = 0;
    vi.restoreAllMocks();
  });
  async function lantian(...words: string[]): Promise<string> {
    const print = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const program = new Command();
    vectorsCommand(program);
    await program.parseAsync(['node', 'lantian', 'vectors', ...words]);
    return print.mock.calls
      .map(([text]) => String(text))
      .join('')
      .trimEnd();
  }
  it('prints the sum and exits with 0 when all pass', async () => {
    expect(await lantian(await oneCase('rounding', 'gbRound', { x: '2.5', digits: 0 }, '2'))).toBe(
      '1 passed, 0 failed',
    );
    expect(process.exitCode ?? 0).toBe(0);
  });
  it('exits with 1 when a case fails', async () => {
    const text = await lantian(await oneCase('rounding', 'gbRound', { x: '2.5', digits: 0 }, '3'), '--json');
    expect(JSON.parse(text)).toMatchObject({ passed: 0, failed: 1, failures: [{ actual: '2' }] });
    expect(process.exitCode).toBe(1);
  });
});
