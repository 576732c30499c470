import { z } from 'zod'

/** `received` counts the unreadable ones too. `first`: where the first of them failed and how, never its value. */
export type Each<T> = {
  items: T[]
  received: number
  unreadable: number
  first: { path: string; problem: string } | null
}

/** A list whose bad elements do not cost the good ones. The list itself has to be there: an absent one is an issue. */
export function eachOf<S extends z.ZodType>(_schema: S) {
  return z
    .array(z.unknown())
    .transform((): Each<z.output<S>> => ({ items: [], received: 0, unreadable: 0, first: null }))
}
