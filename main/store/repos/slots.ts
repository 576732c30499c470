import { type Placeholder, sql } from 'drizzle-orm'

/** Values to be filled at each run of a prepared statement: one compilation for any number of rows. */
export const slots = <const Names extends readonly string[]>(names: Names) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as {
    [N in Names[number]]: Placeholder<N>
  }
