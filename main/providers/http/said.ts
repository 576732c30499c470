import { cleanName } from '#main/core/model/raw.ts'
import { stripSecrets } from './secrets.ts'

const MAX_SAID = 200
/** Longer bodies are no messages; a bound keeps the search of a huge one cheap. */
const MAX_TEXT = 1_000_000
const MAX_DEPTH = 5
const MAX_LOOKED = 500

/** Where providers put what they have to say, the most telling name first. */
const names = ['message', 'error_text', 'faultstring', 'error_description', 'error', 'detail', 'title']

/** The provider's own message from a body, parsed or text: one line, bounded, without secrets; '' when there is none. */
export function saidIn(body: unknown, secrets: Iterable<string>): string {
  const found = typeof body === 'string' ? saidInText(body) : saidInJson(body)
  const known = [...secrets]
  // A secret may be torn apart by what is cleaned away: it is looked for before and after, and always before the cut.
  const line = stripSecrets(stripSecrets(found, known).replace(/\s+/g, ' '), known)
  return [...cleanName(stripSecrets(unhidden(line), known), '')].slice(0, MAX_SAID).join('')
}

/** Invisible characters inside of a secret would hide it from the search. */
const unhidden = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, '')

function saidInText(text: string): string {
  const start = text.slice(0, MAX_TEXT).trim()
  if (start.startsWith('<')) return /<title[^>]*>([^<]{1,300})/i.exec(start)?.[1] ?? ''
  if (!/^[[{"]/.test(start) || text.length > MAX_TEXT) return start.length === MAX_TEXT ? '' : start
  try {
    return saidInJson(JSON.parse(start))
  } catch {
    return start
  }
}

/** Breadth first, so that a message near the top wins over one deep inside of what it explains. */
function saidInJson(json: unknown): string {
  if (typeof json === 'string') return json
  let level: unknown[] = [json]
  let looked = 0
  let spare = ''
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    for (const name of names) {
      for (const value of level) {
        const text = wordsOf(value, name)
        if (text !== '') return text
      }
    }
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      for (const inner of Object.values(value)) {
        looked += 1
        if (looked > MAX_LOOKED) return spare
        next.push(inner)
      }
    }
    spare ||= complaintIn(level)
    level = next
  }
  return spare
}

function wordsOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return ''
  const text: unknown = Reflect.get(value, name)
  return typeof text === 'string' ? text.trim() : ''
}

/** A validator's answer names the field instead: `{"error": {"locale": ["Missing data."]}}`. */
function complaintIn(level: readonly unknown[]): string {
  for (const value of level) {
    const error: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'error') : null
    if (typeof error !== 'object' || error === null) continue
    for (const [field, complaints] of Object.entries(error)) {
      const first: unknown = Array.isArray(complaints) ? complaints[0] : null
      if (typeof first === 'string') return `${field}: ${first}`
    }
  }
  return ''
}
