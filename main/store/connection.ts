/** As much of a better-sqlite3 connection as the store uses. The driver itself is imported in open.ts alone. */
export type Statement = {
  readonly reader: boolean
  readonly readonly: boolean
  run(...params: unknown[]): { changes: number; lastInsertRowid: number | bigint }
  get(...params: unknown[]): unknown
  all(...params: unknown[]): unknown[]
  raw(on?: boolean): Statement
}

export type Connection = {
  readonly open: boolean
  readonly inTransaction: boolean
  exec(sql: string): unknown
  pragma(source: string, options?: { simple?: boolean }): unknown
  prepare(sql: string): Statement
  close(): unknown
}

export type Connect = (
  path: string,
  options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number },
) => Connection
