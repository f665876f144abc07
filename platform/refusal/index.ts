/**
 * Refusal 拒绝: the one error type for what we expect to go wrong.
 *
 * A refusal carries a code from a closed list, one sentence for the person (Chinese and English, with the remedy in it)
 * and a context for the log. The HTTP status of each code stands in one table; the command line prints the sentence and
 * exits with 1. Everything that is not a Refusal is a fault of ours and crashes loudly.
 */
export { REFUSALS, type RefusalCode } from './codes.table.ts';
export { isRefusal, Refusal, type Sentence } from './refusal.ts';
