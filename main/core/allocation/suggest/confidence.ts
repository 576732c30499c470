/** Of a hundred such claims ninety-five hold at least as often as is said. */
const Z = 1.645

/** How often a claim holds at the least (Wilson's lower bound), when it held `agree` times of `all`. */
export function atLeast(agree: number, all: number): number {
  if (all === 0) return 0
  const share = agree / all
  const z2 = Z * Z
  const middle = share + z2 / (2 * all)
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * all)) / all)
  return (middle - spread) / (1 + z2 / all)
}
