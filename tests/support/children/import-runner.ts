import { sql } from 'drizzle-orm'
import { openImportDesk } from '#tests/support/import-desk.ts'

/** Reads a file into the store of the folder named on its command line, and says when half of it is there. */
const [, , folder = '', file = ''] = process.argv
const desk = await openImportDesk(folder)
await desk.start(file)
let isOver = false
const over = desk.imports.whenIdle().then(() => {
  isOver = true
})
while (!isOver) {
  const { rows } = desk.store.read.get<{ rows: number }>(sql`select count(*) as rows from parcel_keys`)
  if (rows > 0) break
  await new Promise((resolve) => setImmediate(resolve))
}
process.stdout.write('half\n')
// A reading that is over before anybody has killed it would prove nothing.
await over
process.stdout.write('read\n')
