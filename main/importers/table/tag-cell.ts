/** Tags in one cell: JSON, or `name=value` and `name:value` parted by commas, semicolons or new lines. */
export function readTagCell(text: string | null): Record<string, string> {
  if (text === null) return {}
  const wrapped = text.startsWith('"') && text.includes('": ') && !text.startsWith('{') ? `{${text}}` : text
  if (wrapped.startsWith('{') || wrapped.startsWith('[')) {
    try {
      return fromJson(JSON.parse(wrapped))
    } catch {
      return { tags: text }
    }
  }
  const pairs = text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([^=:]+)[=:](.*)$/.exec(part))
  if (pairs.some((pair) => pair === null)) return { tags: text }
  return Object.fromEntries(pairs.map((pair) => [pair?.[1]?.trim() ?? '', pair?.[2]?.trim() ?? '']))
}

function fromJson(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.flatMap((item: unknown) => {
        if (typeof item !== 'object' || item === null) return []
        const { key, value: own } = item as { key?: unknown; value?: unknown }
        return typeof key === 'string' ? [[key, own] as [string, unknown]] : []
      })
    : Object.entries(value)
  return Object.fromEntries(
    entries
      .filter(([, own]) => own !== null && own !== undefined)
      .map(([name, own]) => [name, typeof own === 'object' ? JSON.stringify(own) : String(own)]),
  )
}
