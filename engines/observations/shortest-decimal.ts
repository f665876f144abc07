/**
 * The shortest decimal that reads back as the same 4-byte real: what was sent as 0.2856 is 0.2856 again, although the
 * nearest 4-byte number is 0.285600006580…
 * @param real a finite number, either a widened 4-byte real or a decimal that became one
 * @returns plain notation, without exponent: '0.2856', '-12', '1200000000'
 */
export function shortestDecimal(real: number): string {
  if (real === 0) return '0';
  const single = Math.fround(real);
  for (let digits = 6; digits < 9; digits++) {
    const text = real.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return plain(text);
  }
  return plain(real.toPrecision(9));
}

function plain(text: string): string {
  const [mantissa, power] = text.split('e') as [string, string?];
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  if (!power) return trimmed;
  const sign = trimmed.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = trimmed.replace('-', '').split('.') as [string, string?];
  const shift = Number(power);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}
