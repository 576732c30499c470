import { type ReportVariable, reportVariables } from '#shared/texts/report-variables.ts'

const WRITTEN = /\{([^{}\n]{1,60})\}/g

const known = new Map<string, ReportVariable>(
  reportVariables.flatMap(({ key, ru, en }): [string, ReportVariable][] => [
    [ru.name, key],
    [en.name, key],
  ]),
)

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * A text with its variables filled in. Names of either language are understood in a report of the other; one that nobody
 * knows stays as it is written, and is told.
 */
export function fillVariables(
  text: string,
  textOf: (variable: ReportVariable) => string,
): { text: string; unknown: string[] } {
  const unknown = new Set<string>()
  const filled = text.replace(WRITTEN, (whole, name: string) => {
    const variable = known.get(plain(name))
    if (variable) return textOf(variable)
    unknown.add(name.trim())
    return whole
  })
  return { text: filled, unknown: [...unknown] }
}
