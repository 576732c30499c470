import type { FieldSpec } from '#shared/contract/connections.ts'
import { AppError } from '#shared/errors/app-error.ts'

type Texts = Readonly<Record<string, string>>

/** What a form brought: settings may be stored, secrets go to the vault, codes serve once. */
export type Fields = { settings: Texts; secrets: Texts; codes: Texts }

/**
 * Judges a form by the provider's own description of it. What is empty is left out; a secret left out is the one that
 * is kept. `kept` holds besides them what the provider gave for them: it goes with the fields that it was given for.
 */
export function readFields(
  specs: readonly FieldSpec[],
  given: { settings: Texts; secrets: Texts },
  before: { settings: Texts; secrets: Texts } | null,
): Fields {
  const isOpen = ({ kind }: FieldSpec): boolean => kind === 'text' || kind === 'url'
  const settings = filled(given.settings, specs.filter(isOpen), (text) => text.trim())
  const hidden = filled(
    given.secrets,
    specs.filter((spec) => !isOpen(spec)),
  )
  const ofKind = (kind: FieldSpec['kind']): string[] =>
    specs.filter((spec) => spec.kind === kind).map(({ name }) => name)
  const newSecrets = pick(hidden, ofKind('secret'))
  const isSame = before !== null && sameTexts(settings, before.settings) && isEmpty(newSecrets)
  const kept = before?.secrets ?? {}
  const secrets = { ...(isSame ? kept : pick(kept, ofKind('secret'))), ...newSecrets }
  const all: Texts = { ...settings, ...secrets }
  for (const { name, kind, isRequired } of specs) {
    const value = all[name]
    if (value === undefined && isRequired && kind !== 'code')
      throw new AppError('connection.missingField', { field: name })
    if (value !== undefined && kind === 'url' && !isGoodAddress(value))
      throw new AppError('connection.badAddress', { field: name })
  }
  return { settings, secrets, codes: pick(hidden, ofKind('code')) }
}

export const isUnchanged = (
  fields: Pick<Fields, 'settings' | 'secrets'>,
  before: { settings: Texts; secrets: Texts },
): boolean => sameTexts(fields.settings, before.settings) && sameTexts(fields.secrets, before.secrets)

function filled(
  given: Texts,
  specs: readonly FieldSpec[],
  clean: (text: string) => string = (text) => text,
): Texts {
  const known = new Set(specs.map(({ name }) => name))
  const stray = Object.keys(given).find((name) => !known.has(name))
  if (stray !== undefined)
    throw new AppError('input.invalid', { field: stray.slice(0, 64), problem: 'unknown' })
  return Object.fromEntries(
    Object.entries(given)
      .map(([name, text]) => [name, clean(text)] as const)
      .filter(([, text]) => text.trim() !== ''),
  )
}

const pick = (texts: Texts, names: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => names.includes(name)))

const isEmpty = (texts: Texts): boolean => Object.keys(texts).length === 0

const sameTexts = (a: Texts, b: Texts): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, text]) => Object.hasOwn(b, name) && b[name] === text)

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Secrets travel to it: encrypted, or not off this machine. A name and password in it would land in the store. */
function isGoodAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}
