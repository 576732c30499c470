import type { FocusVersion } from '#shared/contract/ledger.ts'
import { columnsOf, type FocusColumn, type FocusType } from './columns.ts'
import { instantText } from './formats.ts'

const DATA_TYPES: Record<FocusType, string> = {
  string: 'STRING',
  decimal: 'DECIMAL',
  dateTime: 'DATETIME',
  json: 'JSON',
}

/** Digits of amounts and quantities, and how many of them stand behind the point: the ledger's own, exact. */
export const exactDigits = { precision: 38, scale: 15 } as const

/**
 * Unit prices are floats where a format has types: no sum is made of them, and price × quantity of two such decimals
 * would have more digits than most programs can hold.
 */
export const isExact = ({ name, type }: FocusColumn): boolean =>
  type === 'decimal' && !name.endsWith('UnitPrice')

/** FOCUS's description of a file, which travels in it where the format has room for it. */
export function schemaMetadata(
  version: FocusVersion,
  customs: readonly string[],
  made: { id: string; atMs: number; by: string },
): object {
  return {
    SchemaId: made.id,
    FocusVersion: version,
    CreationDate: instantText(made.atMs),
    DataGenerator: made.by,
    ColumnDefinition: [
      ...columnsOf(version).map((column) => ({
        ColumnName: column.name,
        DataType: DATA_TYPES[column.type],
        ...(isExact(column)
          ? { NumericPrecision: exactDigits.precision, NumberScale: exactDigits.scale }
          : {}),
      })),
      ...customs.map((name) => ({ ColumnName: name, DataType: DATA_TYPES.string })),
    ],
  }
}
