const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A sound unified social credit code (GB 32100-2015) that begins with 17 given characters. */
export function creditCode(start: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(start[i] ?? '0'), 0);
  return start + ALPHABET[(31 - (sum % 31)) % 31];
}
