import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { isDay } from '#shared/lib/day.ts'
import { dateExample } from '../mapping.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** A date as it stands in the file, and what it would be either way. */
export function useDateExample(sample: { rows: readonly (readonly string[])[] }) {
  const format = useFormat()
  return useMemo(() => {
    const example = dateExample(sample)
    if (example === null) return null
    const { text, a, b, year } = example
    const [dayFirst, monthFirst] = [`${year}-${two(b)}-${two(a)}`, `${year}-${two(a)}-${two(b)}`]
    if (!isDay(dayFirst) || !isDay(monthFirst)) return null
    return {
      text,
      dayFirst: format.dayRange(dayFirst, dayFirst),
      monthFirst: format.dayRange(monthFirst, monthFirst),
    }
  }, [sample, format])
}
