import type { FocusRow } from '#main/core/focus/columns.ts'

/** Takes rows one by one and puts them into a file; `flush` writes what has come together and lets others have a turn. */
export type RowWriter = {
  add(row: FocusRow, customs: readonly (string | null)[]): void
  /** Whether enough has come together. */
  isFull(): boolean
  flush(): Promise<void>
  /** The rest and what closes the file. */
  end(): Promise<void>
}

/** Where bytes go. */
export type Put = (bytes: Uint8Array) => Promise<void>
