import {
  compare,
  compareDecimal,
  divide,
  type Exact,
  exact,
  multiply,
  type Numeric,
  negate,
  roundExact,
  subtract,
  sum,
} from '#standards/gb-t-8170';
import { CORRELATION_DECIMALS, SPEARMAN_CRITICAL } from './trend.table.ts';

export type Trend =
  | {
      readonly n: number;
      /** rank correlation with time, 3 decimals */
      readonly rs: string;
      readonly critical: string;
      /** 'steady': no significant change */
      readonly trend: 'rising' | 'falling' | 'steady';
      readonly reason: null;
    }
  | {
      readonly n: number;
      readonly rs: null;
      readonly critical: null;
      readonly trend: null;
      readonly reason: 'too-few-periods';
    };

/** Twice the rank of each value, equals sharing their mean rank: twice, so that it stays an integer. */
function doubleRanks(values: readonly Numeric[]): number[] {
  return values.map((value) => {
    const less = values.filter((other) => compareDecimal(other, value) < 0).length;
    const equal = values.filter((other) => compareDecimal(other, value) === 0).length;
    return 2 * less + equal + 1;
  });
}

/**
 * Spearman's trend test over periods in the order of time: rs = 1 − 6·Σd²/(n³−n), significant when |rs| exceeds the
 * critical value (HJ 663-2013 annex B). From five periods on.
 */
export function spearmanTrend(values: readonly Numeric[]): Trend {
  const n = values.length;
  const row = SPEARMAN_CRITICAL.findLast((one) => one.n <= n);
  if (!row) return { n, rs: null, critical: null, trend: null, reason: 'too-few-periods' };
  const squares = doubleRanks(values).map((rank, i): Exact => {
    const twiceD = subtract(exact(rank), exact(2 * (i + 1)));
    return divide(multiply(twiceD, twiceD), exact(4));
  });
  const rs = subtract(exact(1), divide(multiply(exact(6), sum(squares)), exact(n ** 3 - n)));
  const size = rs.num < 0n ? negate(rs) : rs;
  const significant = compare(size, exact(row.critical)) > 0;
  return {
    n,
    rs: roundExact(rs, CORRELATION_DECIMALS),
    critical: row.critical,
    trend: !significant ? 'steady' : rs.num > 0n ? 'rising' : 'falling',
    reason: null,
  };
}
