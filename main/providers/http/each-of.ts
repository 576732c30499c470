import { z } from 'zod'

/** `received` counts the unreadable ones too. `first`: where the first of them failed and how, never its value. */
export type Each<T> = {
  items: T[]
  received: number
  unreadable: number
  first: { path: string; problem: string } | null
}

/** A list whose bad elements do not cost the good ones. The list itself has to be there: an absent one is an issue. */
export function eachOf<S extends z.ZodType>(schema: S) {
  return z.array(z.unknown()).transform((list): Each<z.output<S>> => {
    const each: Each<z.output<S>> = { items: [], received: list.length, unreadable: 0, first: null }
    for (const [index, element] of list.entries()) {
      const parsed = schema.safeParse(element)
      if (parsed.success) {
        each.items.push(parsed.data)
        continue
      }
      each.unreadable += 1
      const [issue] = parsed.error.issues
      each.first ??= {
        path: [index, ...(issue?.path ?? [])].map(String).join('.'),
        problem: issue?.code ?? 'custom',
      }
    }
    return each
  })
}
