/** A file that a person gave to the host. `isOurs`: it lies in the data folder and goes when it is no longer needed. */
export type GivenFile = { path: string; name: string; isOurs: boolean }

/**
 * Files reach the backend by token, never by a path from the page: what the page may name is what a person dropped or
 * picked. The host notes them down (adapters/inbox).
 */
export type Inbox = {
  /** Null when there is no such file any more. */
  find(token: string): GivenFile | null
  /** The note goes, and nobody else takes the file by it; the file stays, one of ours until `remove`. */
  take(token: string): GivenFile | null
  /** Whoever took it has no need of the note any more; a file of ours goes with it. */
  drop(token: string): void
  /** A file of ours is needed no more; whatever else the path may be is left alone. */
  remove(path: string): void
  /** What was given that long ago and never taken goes, except for files that somebody still needs. */
  sweep(ageMs: number, isNeeded: (path: string) => boolean): void
}
