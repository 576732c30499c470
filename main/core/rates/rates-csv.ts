import { isCurrency } from '#shared/lib/currency.ts'
import { type BadRate, readDay, readNominal, readValue, type ToldRate, type ToldRates } from './parsed.ts'

type Column = 'day' | 'currency' | 'nominal' | 'value'

/** What a column may be called, in any case, in any order. */
const names: Record<Column, readonly string[]> = {
  day: ['date', 'day', 'дата', 'день', 'data'],
  currency: ['currency', 'code', 'charcode', 'валюта', 'код', 'код валюты', 'буквенный код'],
  nominal: ['nominal', 'units', 'номинал', 'единиц', 'количество'],
  value: ['rate', 'value', 'curs', 'курс', 'значение'],
}

const SEPARATORS = [';', '\t', ','] as const

/** Null for a table without the columns of rates. The nominal may be left out: one unit. */
export function readRatesCsv(text: string): ToldRates | BadRate | null {
  const lines = text.split(/\r\n|\n|\r/)
  const headerAt = lines.findIndex((line) => line.trim() !== '')
  const header = lines[headerAt] ?? ''
  const separator = SEPARATORS.find((one) => header.includes(one))
  const places = separator && placesOf(cellsOf(header, separator))
  if (!separator || !places) return null

  const rates: ToldRate[] = []
  const unknown = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (index <= headerAt || line.trim() === '') continue
    const cells = cellsOf(line, separator)
    const at = (column: Column): string => cells[places[column] ?? -1] ?? ''
    const code = at('currency').toUpperCase()
    const day = readDay(at('day'))
    const value = readValue(at('value'))
    const nominal = places.nominal === undefined ? 1 : readNominal(at('nominal'))
    if (day === null || value === null || nominal === null || !/^[A-Z]{3}$/.test(code))
      return { kind: 'badRow', line: index + 1, text: line.slice(0, 120) }
    if (code === 'RUB' || !isCurrency(code)) unknown.add(code)
    else rates.push({ currency: code, day, nominal, value })
  }
  return { rates, unknown: [...unknown] }
}

type Places = Record<'day' | 'currency' | 'value', number> & { nominal?: number }

function placesOf(header: readonly string[]): Places | null {
  const find = (column: Column): number =>
    header.findIndex((cell) => names[column].includes(cell.toLowerCase()))
  const [day, currency, value, nominal] = [find('day'), find('currency'), find('value'), find('nominal')]
  if (day < 0 || currency < 0 || value < 0) return null
  return { day, currency, value, ...(nominal < 0 ? {} : { nominal }) }
}

/** A quoted cell may hold the separator; a doubled quote stands for itself. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
