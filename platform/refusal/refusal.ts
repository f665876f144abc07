import { REFUSALS, type RefusalCode } from './codes.table.ts';

/** One sentence in both languages; the remedy belongs in it. */
export type Sentence = { readonly zh: string; readonly en: string };

/**
 * An expected refusal.
 * @param code from the closed list in codes.table.ts
 * @param sentence what the person reads: what is wrong and what to do
 * @param context for the log only; never shown, never a secret
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly sentence: Sentence;
  readonly context: Record<string, unknown>;
  constructor(code: RefusalCode, sentence: Sentence, context: Record<string, unknown> = {}) {
    super(sentence.en);
    this.name = 'Refusal';
    this.code = code;
    this.sentence = sentence;
    this.context = context;
  }
  /** The HTTP status of this refusal. */
  get status(): number {
    return REFUSALS[this.code];
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
