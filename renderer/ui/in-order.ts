/** Things that may be alike and never change places: each is known by where it stands. */
export const inOrder = <T>(items: readonly T[]): { place: string; item: T }[] =>
  items.map((item, at) => ({ place: String(at), item }))
