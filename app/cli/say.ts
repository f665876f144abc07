import { isRefusal, type Sentence } from '#platform/refusal';

/** The language of the terminal: LANTIAN_LANG, else the locale; Chinese where it says zh. */
const chinese = (process.env.LANTIAN_LANG ?? process.env.LC_ALL ?? process.env.LANG ?? '')
  .toLowerCase()
  .startsWith('zh');

export const inTongue = (sentence: Sentence): string => (chinese ? sentence.zh : sentence.en);
export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const sayJson = (value: unknown): void => say(JSON.stringify(value, null, 2));

/** One clear sentence for what was refused; a fault of ours keeps its stack. */
export function explain(error: unknown): string {
  if (isRefusal(error)) return inTongue(error.sentence);
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

/** Runs a command's work: a refusal or fault ends with one sentence on stderr and exit code 1. */
export function command<A extends unknown[]>(work: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    }
  };
}
