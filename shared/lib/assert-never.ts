/** Closes a switch over a union: a new member makes the call a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`)
}
