const SECRET_NAME = /pass(word|phrase)?|secret|token|credential|api.?key|authorization|cookie/i
const MAX_TEXT = 200

/** A call's input as the audit trail and the log may keep it: secrets replaced by name, long text cut. */
export function redactInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (depth >= 4) return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => redactInput(item, depth + 1))
  const entries = Object.entries(value).slice(0, 40)
  return Object.fromEntries(
    entries.map(([key, item]) => [key, SECRET_NAME.test(key) ? '•••' : redactInput(item, depth + 1)]),
  )
}
