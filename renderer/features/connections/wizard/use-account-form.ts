import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { FieldSpec } from '#shared/contract/connections.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { type FieldErrors, findLacks, initialValues, placeRefusal, splitValues } from './form-values.ts'

type Options = { settings?: Readonly<Record<string, string>>; kept?: readonly string[] }

/** The form that a provider's fields make, with what is wrong in it. */
export function useAccountForm(fields: readonly FieldSpec[], { settings, kept = [] }: Options = {}) {
  const { t, language } = useText()
  const [values, setValues] = useState(() => initialValues(fields, settings))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [banner, setBanner] = useState<ErrorView | null>(null)
  const [asksCode, setAsksCode] = useState(false)

  return {
    fields,
    values,
    errors,
    banner,
    asksCode,
    kept,
    split: () => splitValues(fields, values),
    set(name: string, text: string): void {
      setValues((before) => ({ ...before, [name]: text }))
      setErrors(({ [name]: _mended, ...rest }) => rest)
    },
    /** True when there is nothing to mend before asking. */
    judge(): boolean {
      const lacks = findLacks(fields, values, { kept, asksCode })
      setBanner(null)
      setErrors(
        Object.fromEntries(
          Object.entries(lacks).map(([name, lack]) => [
            name,
            t(lack === 'needed' ? 'connect.needField' : 'connect.badAddress'),
          ]),
        ),
      )
      return Object.keys(lacks).length === 0
    },
    refuse(error: ErrorView): void {
      const refusal = placeRefusal(error, fields, language)
      setErrors(refusal.byField)
      setBanner(refusal.banner)
      if (refusal.asksCode) setAsksCode(true)
    },
    /** A code serves once: after it was let in, or refused, the next one is another. */
    dropCode(): void {
      const codes = fields.filter(({ kind }) => kind === 'code')
      setValues((before) => ({ ...before, ...Object.fromEntries(codes.map(({ name }) => [name, ''])) }))
    },
  }
}

export type AccountForm = ReturnType<typeof useAccountForm>
