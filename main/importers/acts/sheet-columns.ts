const WORDS = {
  name: /наименование|описание|^услуг|работ/iu,
  quantity: /^(кол-?во|количество|кол\.)/iu,
  unit: /^(ед\.?|единица)(\s|$)/iu,
  without: /без\s+(уч[её]та\s+)?(ндс|налога)/iu,
  rate: /ставка/iu,
  vat: /^(в\s*т\.?\s*ч\.?\s*|сумма\s+)?(ндс|налога?)(?!\p{L})/iu,
  total: /(?<!\p{L})(с|вкл\.?|включая)\s+(уч[её]том\s+)?(ндс|налог)|^всего|^итого/iu,
  price: /^цена|^тариф/iu,
  sum: /^(сумма|стоимость)/iu,
} as const

type Column = keyof typeof WORDS
export type SheetColumns = Partial<Record<Column, number>>

const ORDER: readonly Column[] = [
  'price',
  'without',
  'rate',
  'total',
  'vat',
  'quantity',
  'unit',
  'sum',
  'name',
]

/** Which column is which, by the words of the row that names them; null for any other row. */
export function columnsOf(cells: readonly string[]): SheetColumns | null {
  const columns: SheetColumns = {}
  for (const [at, cell] of cells.entries()) {
    const words = cell.replace(/\s+/g, ' ').trim()
    const column =
      words === '' ? undefined : ORDER.find((one) => columns[one] === undefined && WORDS[one].test(words))
    if (column) columns[column] = at
  }
  const hasSum = columns.total !== undefined || columns.without !== undefined || columns.sum !== undefined
  return columns.name !== undefined && hasSum ? columns : null
}
