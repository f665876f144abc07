import type { Draw } from './random.ts';

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A made-up unified social credit code of the district whose check character fits (GB 32100). */
export function creditCode(draw: Draw): string {
  const body = `91110102${Array.from({ length: 9 }, () => CREDIT[draw.whole(0, 30)]).join('')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT.indexOf(body[i]!), 0);
  return body + CREDIT[(31 - (sum % 31)) % 31];
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** A made-up plate of Beijing, another one for each number. */
export const plateNumber = (draw: Draw, n: number): string =>
  `京${'AEFGHJKLMNPQ'[draw.whole(0, 11)]}${LETTERS[Math.floor(n / 10_000) % 24]}${String(n % 10_000).padStart(4, '0')}`;

const VIN = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789';
export const vehicleNumber = (draw: Draw): string =>
  `L${Array.from({ length: 16 }, () => VIN[draw.whole(0, VIN.length - 1)]).join('')}`;
