import { agrees } from './compare.ts';
import type { Contract } from './contract.ts';
import { AIR_CONTRACTS } from './contracts.air.ts';
import { DUST_CONTRACTS } from './contracts.dust.ts';
import { EVALUATION_CONTRACTS } from './contracts.evaluation.ts';
import { MEASURE_CONTRACTS } from './contracts.measures.ts';
import { VOC_CONTRACTS } from './contracts.voc.ts';
import { readFrameFiles } from './frame-file.ts';
import { kindOf } from './frame-kinds.ts';
import { runFrameFile } from './frames.ts';
import { readSuites, type VectorCase } from './suite.ts';

/** Suites whose every function must be known; in others an unknown function is skipped and named. */
export const NEEDED_SUITES = [
  'aqi',
  'rounding',
  'regime',
  'validity',
  'percentile',
  'composite',
  'days',
  'ranking',
] as const;

export type VectorFailure = {
  readonly suite: string;
  readonly id: string;
  readonly fn: string;
  readonly expected: unknown;
  /** the result, or '!' and the message of what was thrown */
  readonly actual: unknown;
};
export type VectorReport = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly suite: string; readonly count: number; readonly why: string }[];
  readonly failures: readonly VectorFailure[];
};

const CONTRACTS: Readonly<Record<string, Contract>> = {
  ...AIR_CONTRACTS,
  ...EVALUATION_CONTRACTS,
  ...MEASURE_CONTRACTS,
  ...VOC_CONTRACTS,
  ...DUST_CONTRACTS,
};
const contractOf = (fn: string): Contract | undefined => (Object.hasOwn(CONTRACTS, fn) ? CONTRACTS[fn] : undefined);

function failureOf(suite: string, { id, fn, input, expected }: VectorCase): VectorFailure | null {
  const run = contractOf(fn);
  if (!run) return { suite, id, fn, expected, actual: `! no function ${fn}` };
  try {
    const actual = run(input);
    return agrees(expected, actual, fn) ? null : { suite, id, fn, expected, actual };
  } catch (error) {
    return { suite, id, fn, expected, actual: `! ${error instanceof Error ? error.message : String(error)}` };
  }
}

const isNeeded = (suite: string) => NEEDED_SUITES.some((name) => name === suite);

/**
 * Runs every case of every suite (`*.json`) of a folder and decodes every frame of its frame files (`*.jsonl`).
 * Refuses (`vectors_unreadable`) a folder that cannot be opened or holds no suite, and a suite that is not one.
 */
export async function runVectors(folder: string): Promise<VectorReport> {
  const suites = await readSuites(folder);
  const skipped = suites.flatMap(({ suite, cases }) => {
    const unknown = isNeeded(suite) ? [] : cases.filter(({ fn }) => !contractOf(fn));
    const names = [...new Set(unknown.map(({ fn }) => fn))].join(', ');
    return unknown.length > 0 ? [{ suite, count: unknown.length, why: `no function ${names}` }] : [];
  });
  const runnable = suites.flatMap(({ suite, cases }) =>
    cases.filter(({ fn }) => isNeeded(suite) || contractOf(fn)).map((one) => ({ suite, one })),
  );
  const failures = runnable.flatMap(({ suite, one }) => failureOf(suite, one) ?? []);
  const frames = (await readFrameFiles(folder)).map((file) => runFrameFile(file, kindOf(file.name)));
  return sumOf([{ passed: runnable.length - failures.length, failed: failures.length, skipped, failures }, ...frames]);
}

const sumOf = (reports: readonly VectorReport[]): VectorReport => ({
  passed: reports.reduce((sum, { passed }) => sum + passed, 0),
  failed: reports.reduce((sum, { failed }) => sum + failed, 0),
  skipped: reports.flatMap(({ skipped }) => skipped),
  failures: reports.flatMap(({ failures }) => failures),
});
