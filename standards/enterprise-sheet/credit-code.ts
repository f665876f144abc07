/** The 31 characters of a code, their order being their value (GB 32100-2015 table 1). */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const BASE = 3;

/** Whether a 统一社会信用代码 has the right form and check character (GB 32100-2015 cl. 5.2: weights 3^(i−1) mod 31). */
export function creditCodeValid(code: string): boolean {
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1)) return false;
  const modulus = CHARACTERS.length;
  let [weight, total] = [1, 0];
  for (const value of values.slice(0, -1)) {
    total += value * weight;
    weight = (weight * BASE) % modulus;
  }
  return values.at(-1) === (modulus - (total % modulus)) % modulus;
}
