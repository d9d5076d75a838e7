/** The value that `share` of all values do not exceed, by nearest rank; undefined when there are none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** So many samples are needed for the largest of them to bound the 95th percentile with 95 % confidence. */
export const P95_SAMPLES = 59;

/**
 * The error rate that the service stays under with 95 % confidence, when `failed` of `total` independent answers failed:
 * the exact one-sided bound of https://doi.org/10.1093/biomet/26.4.404, found by halving.
 */
export function errorRateBound(failed: number, total: number): number {
  if (failed >= total) return 1;
  let low = failed / total;
  let high = 1;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (probabilityOfAtMost(failed, total, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** Binomial probability of at most `failed` failures. Sums in logarithms: thousands of samples would underflow. */
function probabilityOfAtMost(failed: number, total: number, rate: number): number {
  let logTerm = total * Math.log1p(-rate);
  let sum = Math.exp(logTerm);
  for (let count = 1; count <= failed; count += 1) {
    logTerm += Math.log((total - count + 1) / count) + Math.log(rate) - Math.log1p(-rate);
    sum += Math.exp(logTerm);
  }
  return sum;
}
