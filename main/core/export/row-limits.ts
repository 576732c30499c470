import { AppError } from '#shared/errors/app-error.ts'

/** Five sheets full: more than any spreadsheet still opens. */
const MOST_BOOK_ROWS = 5_000_000

/** Said before the work begins: a table of no rows is no file, and one of too many opens nowhere. */
export function refuseRows(rows: number, format: 'xlsx' | 'csv'): void {
  if (rows === 0) throw new AppError('export.nothing')
  if (format === 'xlsx' && rows > MOST_BOOK_ROWS)
    throw new AppError('export.tooManyRows', { rows, most: MOST_BOOK_ROWS })
}
