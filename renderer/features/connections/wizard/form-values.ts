import type { FieldSpec } from '#shared/contract/connections.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { describeError } from '#shared/texts/errors.ts'

/** What is typed into the form of a provider, by the names of its fields. */
type FormValues = Readonly<Record<string, string>>
/** Sentences by field. */
export type FieldErrors = Readonly<Record<string, string>>

const isSecret = ({ kind }: FieldSpec): boolean => kind === 'secret' || kind === 'code'

export const initialValues = (
  fields: readonly FieldSpec[],
  settings: Readonly<Record<string, string>> = {},
): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, settings[field.name] ?? field.initial ?? '']))

/** As the contract takes it: a secret left blank is left out, so that the one that is kept stays. */
export function splitValues(fields: readonly FieldSpec[], values: FormValues) {
  const entries = (chosen: readonly FieldSpec[]): Record<string, string> =>
    Object.fromEntries(
      chosen
        .map(({ name }): [string, string] => [name, values[name] ?? ''])
        .filter(([, text]) => text.trim() !== ''),
    )
  return {
    settings: entries(fields.filter((field) => !isSecret(field))),
    secrets: entries(fields.filter(isSecret)),
  }
}

export const sameTexts = (a: FormValues, b: FormValues): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, text]) => b[name] === text)

type FieldLack = 'needed' | 'badAddress'

/** What can be seen to be wrong before anybody is asked. `asksCode`: the code is wanted this time. */
export function findLacks(
  fields: readonly FieldSpec[],
  values: FormValues,
  { kept, asksCode }: { kept: readonly string[]; asksCode: boolean },
): Readonly<Record<string, FieldLack>> {
  const lacks: Record<string, FieldLack> = {}
  for (const { name, kind, isRequired } of fields) {
    const text = (values[name] ?? '').trim()
    const isNeeded = kind === 'code' ? asksCode : isRequired && !kept.includes(name)
    if (text === '' && isNeeded) lacks[name] = 'needed'
    if (text !== '' && kind === 'url' && !/^https?:\/\/[^\s/]/i.test(text)) lacks[name] = 'badAddress'
  }
  return lacks
}

type Refusal = { byField: FieldErrors; banner: ErrorView | null; asksCode: boolean }

/** Where a refusal is told: by the field that it is about, else above the form. */
export function placeRefusal(error: ErrorView, fields: readonly FieldSpec[], language: Locale): Refusal {
  const { title, next } = describeError(error, language)
  const whole = `${/[.!?…]$/.test(title) ? title : `${title}.`} ${next}`
  const at = (name: string | undefined, sentence: string): Refusal | null =>
    name === undefined ? null : { byField: { [name]: sentence }, banner: null, asksCode: false }
  const nameOf = (kind: FieldSpec['kind']): string | undefined =>
    fields.find((field) => field.kind === kind)?.name
  const code = nameOf('code')
  const banner: Refusal = { byField: {}, banner: error, asksCode: false }
  switch (error.code) {
    case 'provider.codeRequired':
      return code === undefined ? banner : { byField: {}, banner: null, asksCode: true }
    case 'provider.badCode': {
      const placed = at(code, whole)
      return placed ? { ...placed, asksCode: true } : banner
    }
    case 'provider.badCredentials':
      return at(nameOf('secret'), whole) ?? banner
    case 'connection.missingField':
    case 'connection.badAddress':
    case 'input.invalid': {
      const field = fields.find(({ name }) => String(error.details.field).split('.').at(-1) === name)
      const label = field?.label[language] ?? ''
      const sentence = describeError({ ...error, details: { ...error.details, field: label } }, language)
      return (
        at(field?.name, error.code === 'connection.badAddress' ? sentence.next : sentence.title) ?? banner
      )
    }
    default:
      return banner
  }
}

/** A name that nobody bears yet. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const plain = (name: string): string => name.trim().toLowerCase()
  const names = new Set(taken.map(plain))
  if (!names.has(plain(wanted))) return wanted
  for (let n = 2; ; n += 1) if (!names.has(plain(`${wanted} ${n}`))) return `${wanted} ${n}`
}
