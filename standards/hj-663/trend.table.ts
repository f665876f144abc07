/**
 * Critical values of the Spearman rank correlation, one-sided, 0.05 (HJ 663-2013 annex B, general knowledge: confidence M).
 * A number of periods between two rows takes the row above it, which asks for more.
 */
export const SPEARMAN_CRITICAL: readonly { readonly n: number; readonly critical: string }[] = [
  { n: 5, critical: '0.900' },
  { n: 6, critical: '0.829' },
  { n: 7, critical: '0.714' },
  { n: 8, critical: '0.643' },
  { n: 9, critical: '0.600' },
  { n: 10, critical: '0.564' },
  { n: 12, critical: '0.506' },
  { n: 14, critical: '0.456' },
  { n: 16, critical: '0.425' },
  { n: 18, critical: '0.399' },
  { n: 20, critical: '0.377' },
  { n: 22, critical: '0.359' },
  { n: 24, critical: '0.343' },
  { n: 26, critical: '0.329' },
  { n: 28, critical: '0.317' },
  { n: 30, critical: '0.306' },
];
export const CORRELATION_DECIMALS = 3;
