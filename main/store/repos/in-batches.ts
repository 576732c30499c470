const SIZE = 100

/** Rows in groups small enough for one statement. */
export function* inBatches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length === SIZE) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
