import { once } from 'node:events'
import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { ACCOUNTS, KEYS_PER_ACCOUNT, keyOf, MONTHS, type MonthOfAccount } from './ledger-data.ts'

export type Duck = {
  /** What a month of an account holds goes into the file that the table is made of. */
  write(of: MonthOfAccount & { at: number; account: number }): void
  load(): Promise<void>
  ask(sql: string): Promise<Record<string, unknown>[]>
  close(): void
}

/**
 * The same lines in DuckDB's own table: one wide row a line. Amounts stand in it twice: as doubles, which it adds up
 * fastest and by which it is timed, and as exact decimals, which tell whether the ledger's sums are right.
 */
export async function createDuck(folder: string): Promise<Duck> {
  const instance = await DuckDBInstance.create(join(folder, 'bench.duckdb'))
  const connection = await instance.connect()
  await connection.run('SET threads TO 2')
  const facts = openSync(join(folder, 'facts.csv'), 'w')
  writeSync(facts, 'day,key_id,billed,effective\n')

  return {
    write({ at, account, days, keys, billed, effective, scale }) {
      let text = ''
      for (let i = 0; i < days.length; i += 1) {
        const day = days[i] ?? 1
        const key = account * KEYS_PER_ACCOUNT + (keys[i] ?? 0)
        text += `${MONTHS[at]}-${day < 10 ? '0' : ''}${day},${key},${decimal(billed[i] ?? 0, scale)},${decimal(effective[i] ?? 0, scale)}\n`
      }
      writeSync(facts, text)
    },
    async load() {
      closeSync(facts)
      await writeKeys(join(folder, 'keys.csv'))
      await connection.run(`CREATE TABLE lines AS
        SELECT f.day, k.*, f.billed::DOUBLE AS billed, f.effective::DOUBLE AS effective, f.billed AS billed_exact
        FROM read_csv('${join(folder, 'facts.csv')}', columns = {'day': 'DATE', 'key_id': 'INTEGER',
          'billed': 'DECIMAL(28, 10)', 'effective': 'DECIMAL(28, 10)'}) f
        JOIN read_csv('${join(folder, 'keys.csv')}', header = true, all_varchar = true) k
          ON k.key_id::INTEGER = f.key_id`)
    },
    async ask(sql) {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRowObjects()
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function writeKeys(path: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('key_id,account,provider,sub_account,service,region,resource_id,charge_category,currency,tags\n')
  for (const [account, { accountRef }] of ACCOUNTS.entries()) {
    let text = ''
    for (let number = 0; number < KEYS_PER_ACCOUNT; number += 1) {
      const key = keyOf(account, number)
      const tags = JSON.stringify(key.tags).replaceAll('"', '""')
      text += `${account * KEYS_PER_ACCOUNT + number},${accountRef},${key.provider},${key.subAccount},${key.service},${key.region},${key.resourceRef},${key.chargeCategory},${key.currency},"${tags}"\n`
    }
    out.write(text)
  }
  out.end()
  await once(out, 'close')
}

function decimal(value: number, places: number): string {
  const digits = Math.abs(value)
    .toFixed(0)
    .padStart(places + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
