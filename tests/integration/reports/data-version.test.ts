import { getTableName, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { versionTables } from '#main/queries/data-version.query.ts'
import { createDataVersion, type DataVersion } from '#main/services/reports/data-version.ts'
import { chargeDays } from '#main/store/schema/costs.ts'
import { openSeeded } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
let versionOf: DataVersion

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A', 'B'])
  versionOf = createDataVersion(made)
})
afterEach(() => made.store.close())

const w = 'A-workspace'
const write = (text: string): void => made.store.transaction((db) => void db.run(sql.raw(text)))
const connection = `(select id from connections where workspace_id = '${w}' limit 1)`
const resource = `(select id from resources where workspace_id = '${w}' limit 1)`

/** Of each table a change that a figure could feel. */
const changes: Record<string, string[]> = {
  workspaces: [`update workspaces set rate_rule = 'monthEnd' where id = '${w}'`],
  connections: [`update connections set name = 'иначе' where id = ${connection}`],
  snapshots: [
    `insert into snapshots (workspace_id, connection_id, status, started_at_ms) values ('${w}', ${connection}, 'done', 9)`,
  ],
  charge_days: [
    `insert into charge_days values (${connection}, '2026-10-01', 'digest', 1, 1)`,
    `update charge_days set digest = 'another'`,
  ],
  parcels: [
    `insert into parcels (workspace_id, status, origin, file_name, files, bytes, created_at_ms, committed_at_ms, turn)
     values ('${w}', 'committed', 'file', 'a.csv', '[]', 1, 1, 1, 1)`,
    `update parcels set status = 'withdrawn', withdrawn_at_ms = 2`,
  ],
  resource_overrides: [`insert into resource_overrides values (${resource}, 'owner', 'Пётр', 'A-user', 1)`],
  resource_tags: [
    `insert into resource_tags values (${resource}, 'team', 'core', 'manual', 'A-user', 1)`,
    `update resource_tags set value = 'data' where source = 'manual'`,
  ],
  unrecognised: [
    `insert into unrecognised (connection_id, external_id, name, kind, service, metrics, raw, first_seen_at_ms, last_seen_at_ms)
     values (${connection}, 'x', 'x', 'x', 'x', '[]', '{}', 1, 1)`,
  ],
  vat_terms: [`insert into vat_terms values (${connection}, 1, 'general', null, 1)`],
  type_rules: [
    `insert into type_rules (workspace_id, provider, kind, type, user_id, at_ms) values ('${w}', 'selectel', 'k', 'server', 'A-user', 1)`,
  ],
  recommendations: [`update recommendations set status = 'dismissed' where workspace_id = '${w}'`],
  budgets: [`update budgets set limit_micros = 9223372036854775807 where workspace_id = '${w}'`],
  currency_rates: [
    `insert into currency_rates values ('${w}', 'cbr', 'USD', '2026-10-01', 1, '90.1', null, 1, null)`,
    `update currency_rates set value = '90.2'`,
  ],
  act_rates: [`insert into act_rates values ('${w}', 'c', '2026-10', 'USD', 1, '91', null, 1, null)`],
  closed_months: [
    `insert into closed_months (workspace_id, month, closed_at_ms, rates) values ('${w}', '2026-10', 1, '{}')`,
    `update closed_months set reopened_at_ms = 2`,
  ],
  virtual_tags: [
    `insert into virtual_tags values ('t', '${w}', 'Отдел', 'department', 1, '[]', null, 1)`,
    `update virtual_tags set is_on = 0`,
  ],
  hierarchies: [`insert into hierarchies values ('h', '${w}', 'Структура', 'service', '[]', '[]', null, 1)`],
  tag_policies: [`insert into tag_policies values ('p', '${w}', 'owner', 1, null, '[]', '[]', null, 1)`],
  unit_series: [
    `insert into unit_series (id, workspace_id, name, unit, step, kind, role, updated_at_ms) values ('s', '${w}', 'Заказы', 'шт', 'month', 'flow', 'count', 1)`,
  ],
  unit_values: [`insert into unit_values values ('s', '2026-10-01', '', '120')`],
  client_terms: [
    `insert into client_terms (id, tag_id, part, from_day, kind, percent, updated_at_ms) values ('c', 't', '', '2026-01-01', 'markup', '10', 1)`,
  ],
  cost_filters: [`insert into cost_filters values ('f', '${w}', 'Прод', '[]', null, 1)`],
  annotations: [
    `insert into annotations values ('n', '${w}', '2026-10-01', '2026-10-02', 'Переезд', '[]', null, 1)`,
  ],
  acts: [
    `insert into acts (id, workspace_id, connection_id, kind, number, day, month, supplier, currency, without, rate, vat, total, doubts, source, hash, added_at_ms)
     values ('a', '${w}', ${connection}, 'act', '1', '2026-10-31', '2026-10', '{}', 'RUB', '100', '20', '20', '120', '[]', '{}', 'h', 1)`,
    `update acts set withdrawn_at_ms = 2`,
  ],
  act_lines: [`insert into act_lines values ('a', 1, 'Услуги', null, null, '100', '20', '20', '120')`],
  act_suppliers: [`insert into act_suppliers values ('${w}', '7700000000', 'c', 'Облако')`],
  payments: [
    `insert into payments (id, workspace_id, day, number, amount, currency, payer, payee, purpose, file_name, hash, added_at_ms)
     values ('p', '${w}', '2026-11-01', '1', '120', 'RUB', '{}', '{}', 'оплата', 'a.txt', 'h', 1)`,
  ],
  reconciliations: [
    `insert into reconciliations (workspace_id, connection_id, month, fingerprint, signed_at_ms) values ('${w}', 'c', '2026-10', 'f', 1)`,
  ],
  one_c_mappings: [`insert into one_c_mappings values ('${w}', 'defaults', '', '{}')`],
}

describe('the name of the data', () => {
  it('is another after every change that a figure could feel, and the same without one', () => {
    const seen = new Set([versionOf(w)])
    for (const [table, texts] of Object.entries(changes))
      for (const text of texts) {
        write(text)
        const version = versionOf(w)
        expect(seen.has(version), `${table}: ${text}`).toBe(false)
        expect(versionOf(w)).toBe(version)
        seen.add(version)
      }
  })

  it('forgets no table', () => {
    expect(Object.keys(changes).sort()).toEqual([...versionTables].sort())
    expect(versionTables).toContain(getTableName(chargeDays))
  })

  it('is told alike by another start of the program', () => {
    expect(createDataVersion(made)(w)).toBe(versionOf(w))
  })

  it('does not feel another organisation, nor what no figure comes from', () => {
    const before = versionOf(w)
    write(`update connections set name = 'иначе' where workspace_id = 'B-workspace'`)
    write(`insert into reports values ('r', '${w}', 'Отчёт', '{}', null, 1)`)
    write(`insert into settings values ('workspace', '${w}', 'x', '1')`)
    expect(versionOf(w)).toBe(before)
    expect(versionOf('B-workspace')).not.toBe(before)
  })

  it('tells the last kopeck of what no float holds', () => {
    write(`update budgets set limit_micros = 9007199254740993 where workspace_id = '${w}'`)
    const before = versionOf(w)
    write(`update budgets set limit_micros = 9007199254740992 where workspace_id = '${w}'`)
    expect(versionOf(w)).not.toBe(before)
  })

  it('is never given twice while an account is looked at', () => {
    write(
      `insert into snapshots (workspace_id, connection_id, status, started_at_ms) values ('${w}', ${connection}, 'running', 99999999999999)`,
    )
    const during = versionOf(w)
    write(`update resources set name = 'x' where workspace_id = '${w}'`)
    write(`update snapshots set found = 5 where status = 'running'`)
    expect(versionOf(w)).not.toBe(during)
    expect(createDataVersion(made)(w)).not.toBe(versionOf(w))
  })
})
