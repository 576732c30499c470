/** A text with something put in where the caret stands (null: at its end), and where the caret goes then. */
export function insertAt(text: string, caret: number | null, what: string): { text: string; caret: number } {
  const at = Math.max(0, Math.min(text.length, caret ?? text.length))
  return { text: text.slice(0, at) + what + text.slice(at), caret: at + what.length }
}
