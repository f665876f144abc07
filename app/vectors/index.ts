/**
 * Vectors 标准算例: worked examples that others have computed, run against our standards.
 *
 * A folder holds suites (`*.json`): each names its functions in a sentence and lists cases with input and expected result.
 * A function of a suite is bound to ours in one of the `contracts` files; names are the same in all suites, so a new suite
 * of known functions runs without a change here. Numbers in texts are compared as numbers, some lists as sets.
 *
 * Frame files (`*.jsonl`) hold captured frames of devices, one a line, with what each must decode to: `frame-kinds.ts`
 * names the reader of each protocol, `frames.<protocol>.ts` and `vehicles/` hold them. There texts are compared as they stand.
 */
export { vectorsCommand } from './command.ts';
export { NEEDED_SUITES, runVectors, type VectorFailure, type VectorReport } from './run.ts';
