/** Where a thing is: a pool (`ru-3`), and a zone in it (`ru-3a`). */
export type BillPlace = { pool: string | null; zone: string | null }

/** The bill names a zone, a pool, or one of an account's own price groups (`ru-2c-236061`); reports use other words too. */
export function placeOf(region: string | null): BillPlace {
  const known = /^([a-z]+-\d+)([a-z])?(-\d+)?$/i.exec(region ?? '')
  if (!known) return { pool: region, zone: null }
  const [, pool = '', letter] = known
  return { pool, zone: letter ? `${pool}${letter}` : null }
}
