import type { FrameFile, FrameLine } from './frame-file.ts';
import type { FrameKind } from './frame-kinds.ts';
import type { VectorFailure, VectorReport } from './run.ts';

/** decimals of a physical value are compared up to what a binary fraction can hold */
const NEAR = 1e-9;
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Whether a decoded frame is the expected one: texts exactly, lists in order, records key by key. */
export function sameFrame(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number')
    return expected === actual || Math.abs(expected - actual) <= NEAR * Math.max(1, Math.abs(expected));
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) && expected.length === actual.length && expected.every((x, i) => sameFrame(x, actual[i]))
    );
  if (isRecord(expected) && isRecord(actual)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => Object.hasOwn(actual, key) && sameFrame(expected[key], actual[key]))
    );
  }
  return Object.is(expected, actual);
}

type Checked = { readonly failure: VectorFailure | null; readonly unsaid: readonly string[] };

function checkLine(suite: string, kind: FrameKind, line: FrameLine): Checked {
  const about = { suite, id: `line ${line.number}`, fn: line.kind ?? 'frame' };
  const expected: Record<string, unknown> = { ...line.expect };
  if (typeof line.valid_crc === 'boolean') expected.valid_crc = line.valid_crc;
  try {
    const said = kind.read(line);
    const wanted = Object.keys(expected).filter((key) => !kind.notes.includes(key));
    const wrong = wanted.filter((key) => Object.hasOwn(said, key) && !sameFrame(expected[key], said[key]));
    const pick = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(wrong.map((key) => [key, from[key]]));
    return {
      failure: wrong.length > 0 ? { ...about, expected: pick(expected), actual: pick(said) } : null,
      unsaid: wanted.filter((key) => !Object.hasOwn(said, key)),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { failure: { ...about, expected, actual: `! ${why}` }, unsaid: [] };
  }
}

/** Decodes every frame of a file and compares it with what it must be. */
export function runFrameFile({ name, lines }: FrameFile, kind: FrameKind | undefined): VectorReport {
  if (!kind)
    return {
      passed: 0,
      failed: 0,
      skipped: [{ suite: name, count: lines.length, why: 'no protocol of that name' }],
      failures: [],
    };
  const checked = lines.map((line) => checkLine(name, kind, line));
  const failures = checked.flatMap(({ failure }) => failure ?? []);
  const unsaid = checked.filter((one) => one.unsaid.length > 0);
  const keys = [...new Set(unsaid.flatMap((one) => one.unsaid))].join(', ');
  return {
    passed: lines.length - failures.length,
    failed: failures.length,
    skipped: unsaid.length > 0 ? [{ suite: name, count: unsaid.length, why: `nothing is stated about ${keys}` }] : [],
    failures,
  };
}
