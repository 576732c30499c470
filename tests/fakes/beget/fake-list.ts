export type Json = Record<string, unknown>

/**
 * A list whose elements are made when they are asked for, so that a hundred thousand of them cost nothing. Changed and
 * added ones are kept.
 */
export type FakeList = {
  count(): number
  page(offset: number, limit: number): Json[]
  all(): Json[]
  has(id: string): boolean
  get(id: string): Json
  add(...records: Json[]): void
  update(id: string, change: (record: Json) => void): void
  remove(id: string): void
}

export function fakeList(count: number, make: (index: number) => Json, idField = 'id'): FakeList {
  const live = Array.from({ length: count }, (_, index) => index)
  const kept = new Map<number, Json>()
  let places: Map<string, number> | null = null
  let next = count

  const at = (index: number): Json => kept.get(index) ?? make(index)

  function placeOf(id: string): number {
    places ??= new Map(live.map((index) => [String(at(index)[idField]), index]))
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`the fake has no ${id}`)
    return place
  }

  return {
    count: () => live.length,
    page: (offset, limit) => live.slice(offset, offset + limit).map(at),
    all: () => live.map(at),
    has(id) {
      places ??= new Map(live.map((index) => [String(at(index)[idField]), index]))
      return places.has(id)
    },
    get: (id) => at(placeOf(id)),
    add(...records) {
      for (const record of records) {
        kept.set(next, record)
        live.push(next)
        places?.set(String(record[idField]), next)
        next += 1
      }
    },
    update(id, change) {
      const place = placeOf(id)
      const record = structuredClone(at(place))
      change(record)
      kept.set(place, record)
      places = null
    },
    remove(id) {
      const place = placeOf(id)
      live.splice(live.indexOf(place), 1)
      kept.delete(place)
      places = null
    },
  }
}
