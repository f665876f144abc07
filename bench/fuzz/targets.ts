import type { FuzzTarget } from './target.ts';

/** One line per protocol: what `npm run fuzz` beats. */
export const FUZZ_TARGETS: Readonly<Record<string, () => FuzzTarget>> = {};
