/** The few statistics of the table. */

export function mean(values) {
  return values.length === 0
    ? undefined
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values) {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const result = new Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]] === values[order[start]]) end++;
    for (let at = start; at <= end; at++) result[order[at]] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return result;
}

/** Spearman's rank correlation; 0 where one side does not vary at all. */
export function spearman(xs, ys) {
  const [a, b] = [ranks(xs), ranks(ys)];
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    ab += (a[at] - meanA) * (b[at] - meanB);
    aa += (a[at] - meanA) ** 2;
    bb += (b[at] - meanB) ** 2;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

/** Area under the ROC curve: how likely a random member of `high` lies above a random one of `low` (ties count half). */
export function auc(high, low) {
  if (high.length === 0 || low.length === 0) return undefined;
  const all = ranks([...high, ...low]);
  const sum = all.slice(0, high.length).reduce((total, rank) => total + rank, 0);
  return (sum - (high.length * (high.length + 1)) / 2) / (high.length * low.length);
}
