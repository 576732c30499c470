import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { openStore } from '#main/store/open.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { type CallName, callNames } from '#shared/contract/names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addPerson, client, putSession } from '#tests/support/people.ts'
import { accessRows } from './permission-rows/access.ts'
import { actsRows } from './permission-rows/acts.ts'
import { closingRows } from './permission-rows/closing.ts'
import { packageRows } from './permission-rows/packages.ts'
import { reportsRows } from './permission-rows/reports.ts'
import {
  asks,
  callers,
  governs,
  never,
  no,
  own,
  type Row,
  reads,
  shut,
  works,
  wrong,
} from './permission-rows/row.ts'

const period = {
  from: '2026-10-21',
  to: '2026-11-19',
  compareFrom: '2026-09-21',
  compareTo: '2026-10-20',
} as CallInput<'dashboard.getSummary'>['period']
const rate = { currency: 'USD', day: period.from } as const
const spend = { spendFrom: period.from, spendTo: period.to }
const days = { from: period.from, to: period.to }
const view = viewSpec.parse({})
const policy = { tagKey: 'owner', isRequired: true, allowedValues: null, providers: [], types: [] }
const newcomer = {
  workspaceName: 'Лютик',
  userName: 'Вера',
  password: 'weak',
  currency: 'RUB',
  timeZone: 'UTC',
} as const

/** A call that is not here does not compile, and the test below says so too. */
const table: { [N in CallName]: Row<N> } = {
  ...accessRows,
  ...actsRows,
  ...closingRows,
  ...packageRows,
  ...reportsRows,
  'app.getState': [{}, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'app.getAbout': [{}, ...reads],
  'people.startDemo': [{}, 'ok', shut, 'ok', 'ok', 'ok', 'ok'],
  'people.addWorkspace': [
    newcomer,
    'people.weakPassword',
    shut,
    'people.weakPassword',
    'people.weakPassword',
    'people.weakPassword',
    'people.weakPassword',
  ],
  'people.signIn': [
    { userId: 'nobody', workspaceId: 'w1', password: 'x' },
    wrong,
    shut,
    wrong,
    wrong,
    wrong,
    wrong,
  ],
  'people.signOut': [{}, no, 'ok', 'ok', 'ok', 'ok', 'ok'],
  'people.lock': [{}, ...own],
  'people.unlock': [{ password: 'x' }, no, wrong, wrong, wrong, wrong, wrong],
  'people.touch': [{}, ...own],
  'people.updateProfile': [{ userName: 'Новое имя' }, ...own],
  'people.updatePassword': [
    { currentPassword: 'x', newPassword: 'Облако-над-рекой-7' },
    no,
    shut,
    wrong,
    wrong,
    wrong,
    wrong,
  ],
  'settings.update': [{ theme: 'dark' }, ...own],
  'settings.updateWorkspace': [{ currency: 'USD' }, ...governs],
  'demo.update': [{}, no, shut, never, never, never, 'demo.notDemo'],
  'demo.remove': [{}, no, shut, never, never, never, 'demo.notDemo'],
  'backups.list': [{}, no, shut, never, never, never, 'ok'],
  'backups.add': [{}, no, shut, never, never, never, 'ok'],
  'backups.startRestore': [{ id: 'none' }, no, shut, never, never, never, 'backup.notFound'],
  'connections.list': [{}, ...reads],
  'connections.listProviders': [{}, ...reads],
  'connections.get': [{ id: 'none' }, ...works('connection.notFound')],
  'connections.startCheck': [
    { provider: 'beget', settings: {}, secrets: {} },
    ...works('connection.missingField'),
  ],
  'connections.add': [
    { provider: 'beget', name: 'Beget', settings: {}, secrets: {} },
    ...works('connection.missingField'),
  ],
  'connections.update': [{ id: 'none', isPaused: true }, ...works('connection.notFound')],
  'connections.remove': [{ id: 'none', history: 'erase' }, ...works('connection.notFound')],
  'connections.listRuns': [{ schedule: { kind: 'manual' } }, ...reads],
  'connections.export': [{ format: 'csv', language: 'ru' }, ...reads],
  'sync.start': [{}, ...works('ok')],
  'sync.cancel': [{ connectionId: 'none' }, ...works('connection.notFound')],
  'sync.list': [{}, ...reads],
  'sync.listSnapshots': [{}, ...reads],
  'sync.updateLimits': [{ atOnce: 2 }, ...governs],
  'vault.getState': [{}, ...reads],
  'vault.update': [{ kind: 'keychain' }, ...governs],
  'vault.unlock': [{ passphrase: 'x' }, ...works('vault.damaged')],
  'vault.lock': [{}, ...works('ok')],
  'vault.updatePassphrase': [
    { currentPassphrase: 'x', newPassphrase: 'лес река мост окно' },
    no,
    shut,
    never,
    never,
    'vault.notChosen',
    'vault.notChosen',
  ],
  'network.getState': [{}, ...reads],
  'network.update': [{}, ...governs],
  'ledger.listLines': [{ filter: days }, ...reads],
  'ledger.getTotals': [{ filter: days }, ...reads],
  'ledger.aggregate': [{ filter: days, metric: 'billed', groupBy: ['service'] }, ...reads],
  'ledger.countResources': [{ filter: days }, ...reads],
  'ledger.listValues': [{ column: 'service' }, ...reads],
  'ledger.startExport': [{ filter: days, version: '1.2', format: 'csv' }, ...reads],
  'ledger.listExports': [{}, ...reads],
  'ledger.cancelExport': [{ id: 'none' }, ...asks('export.notFound')],
  'ledger.removeExport': [{ id: 'none' }, ...asks('export.notFound')],
  'views.list': [{}, ...reads],
  'views.add': [{ name: 'Мой', spec: view }, no, shut, never, 'ok', 'view.nameTaken', 'view.nameTaken'],
  'views.update': [{ id: 'none', name: 'x' }, ...works('view.notFound')],
  'views.remove': [{ id: 'none' }, ...works('view.notFound')],
  'views.export': [{ name: 'Мой', spec: view }, ...reads],
  'views.read': [{ text: '' }, ...asks('view.badFile')],
  'costFilters.list': [{}, ...reads],
  'costFilters.add': [
    { name: 'Мой', where: [] },
    no,
    shut,
    never,
    'ok',
    'costFilter.nameTaken',
    'costFilter.nameTaken',
  ],
  'costFilters.update': [{ id: 'none', name: 'x' }, ...works('costFilter.notFound')],
  'costFilters.remove': [{ id: 'none' }, ...works('costFilter.notFound')],
  'allocation.listTags': [{}, ...reads],
  'allocation.addTag': [
    { name: 'Мой', kind: 'other', rules: [] },
    no,
    shut,
    never,
    'ok',
    'virtualTag.nameTaken',
    'virtualTag.nameTaken',
  ],
  'allocation.updateTag': [{ id: 'none', isOn: false }, ...works('virtualTag.notFound')],
  'allocation.removeTag': [{ id: 'none' }, ...works('virtualTag.notFound')],
  'allocation.preview': [{ tagId: null, rules: [], ...days }, ...reads],
  'allocation.listSuggestions': [{ tagId: 'none', ...days }, ...asks('virtualTag.notFound')],
  'allocation.acceptSuggestions': [{ tagId: 'none', ids: [], ...days }, ...works('virtualTag.notFound')],
  'allocation.dismissSuggestion': [{ tagId: 'none', suggestionId: 'x' }, ...works('virtualTag.notFound')],
  'allocation.getShowback': [{ by: { tagId: 'none' }, ...days }, ...asks('virtualTag.notFound')],
  'allocation.exportShowback': [
    { by: { hierarchyId: 'none' }, ...days, format: 'csv', language: 'ru' },
    ...asks('hierarchy.notFound'),
  ],
  'hierarchies.list': [{}, ...reads],
  'hierarchies.add': [
    { name: 'Мой', dimension: 'project', levels: [], nodes: [] },
    no,
    shut,
    never,
    'ok',
    'hierarchy.nameTaken',
    'hierarchy.nameTaken',
  ],
  'hierarchies.update': [
    { id: 'none', name: 'Другая', dimension: 'project', levels: [], nodes: [] },
    ...works('hierarchy.notFound'),
  ],
  'hierarchies.remove': [{ id: 'none' }, ...works('hierarchy.notFound')],
  'tagPolicies.list': [{}, ...reads],
  'tagPolicies.add': [policy, no, shut, never, 'ok', 'tagPolicy.keyTaken', 'tagPolicy.keyTaken'],
  'tagPolicies.update': [{ id: 'none', ...policy, tagKey: 'env' }, ...works('tagPolicy.notFound')],
  'tagPolicies.remove': [{ id: 'none' }, ...works('tagPolicy.notFound')],
  'tagPolicies.getReport': [days, ...reads],
  'tagPolicies.listViolations': [{}, ...reads],
  'explorer.listDimensions': [{}, ...reads],
  'explorer.listValues': [{ dimension: 'service' }, ...reads],
  'explorer.getChart': [{ spec: view }, ...reads],
  'explorer.listRows': [{ spec: view }, ...reads],
  'explorer.explain': [{ spec: view }, ...reads],
  'explorer.listUsage': [{ spec: view }, ...reads],
  'explorer.countFilter': [{ where: [], ...days }, ...reads],
  'vat.list': [{}, ...reads],
  'vat.update': [
    { connectionId: 'none', isIncluded: true, scheme: 'general' },
    ...works('connection.notFound'),
  ],
  'business.listSeries': [{}, ...reads],
  'business.addSeries': [
    { name: 'Мой', unit: 'заказ', step: 'day', kind: 'flow' },
    no,
    shut,
    never,
    'ok',
    'series.nameTaken',
    'series.nameTaken',
  ],
  'business.updateSeries': [{ id: 'none', name: 'x', unit: 'x', kind: 'flow' }, ...works('series.notFound')],
  'business.removeSeries': [{ id: 'none' }, ...works('series.notFound')],
  'business.listValues': [{ id: 'none', ...days }, ...asks('series.notFound')],
  'business.putValues': [
    { id: 'none', values: [{ day: period.from, value: '1' }] },
    ...works('series.notFound'),
  ],
  'business.readFile': [{ id: 'none', token: 'none' }, ...works('series.notFound')],
  'business.loadFile': [{ id: 'none', token: 'none' }, ...works('series.notFound')],
  'business.getUnitCosts': [{ seriesId: 'none', ...days, granularity: 'day' }, ...asks('series.notFound')],
  'business.listMargins': [{ tagId: 'none', ...days }, ...asks('virtualTag.notFound')],
  'business.exportMargins': [
    { tagId: 'none', ...days, format: 'csv', language: 'ru' },
    ...asks('virtualTag.notFound'),
  ],
  'business.listTerms': [{ tagId: 'none' }, ...asks('virtualTag.notFound')],
  'business.putTerms': [
    {
      tagId: 'none',
      part: 'x',
      fromDay: period.from,
      kind: 'markup',
      percent: '10',
      price: null,
      currency: null,
    },
    ...works('virtualTag.notFound'),
  ],
  'business.removeTerms': [{ id: 'none' }, ...works('terms.notFound')],
  'annotations.list': [days, ...reads],
  'annotations.add': [{ ...days, text: 'x' }, no, shut, never, 'ok', 'ok', 'ok'],
  'annotations.update': [{ id: 'none', ...days, text: 'x' }, ...works('annotation.notFound')],
  'annotations.remove': [{ id: 'none' }, ...works('annotation.notFound')],
  'differences.listMoments': [{}, ...reads],
  'differences.getSummary': [{ since: { importId: 1 } }, ...asks('moment.notKnown')],
  'differences.listLines': [{ since: { atMs: 1 } }, ...reads],
  'differences.export': [{ since: { atMs: 1 }, format: 'csv', language: 'ru' }, ...reads],
  'boards.get': [{}, ...reads],
  'boards.update': [{ tiles: [] }, ...own],
  'boards.reset': [{}, ...own],
  'explorer.startExport': [{ spec: view, format: 'csv', language: 'ru' }, ...asks('export.nothing')],
  'dashboard.getSummary': [{ period }, ...reads],
  'dashboard.getUtilization': [{ period }, ...reads],
  'dashboard.listAlerts': [{}, ...reads],
  'dashboard.export': [{ period: days, tiles: [], language: 'ru' }, ...reads],
  'resources.list': [spend, ...reads],
  'resources.listSections': [{}, ...reads],
  'resources.listIds': [{}, ...reads],
  'resources.get': [{ id: 1, ...spend }, ...asks('resource.notFound')],
  'resources.getCosts': [{ id: 1, from: period.from, to: period.to }, ...asks('resource.notFound')],
  'resources.getUsage': [{ id: 1, from: period.from, to: period.to }, ...asks('resource.notFound')],
  'resources.listVersions': [{ id: 1 }, ...asks('resource.notFound')],
  'resources.getRaw': [{ id: 1 }, ...asks('resource.notFound')],
  'resources.update': [{ id: 1, overrides: { owner: 'x' } }, ...works('resource.notFound')],
  'resources.updateMany': [{ ids: [1], note: 'x' }, ...works('ok')],
  'resources.removeNote': [{ id: 1, noteId: 1 }, ...works('resource.notFound')],
  'resources.export': [{ ...spend, format: 'csv', language: 'ru' }, ...reads],
  'filters.list': [{}, ...reads],
  'filters.add': [{ name: 'Мои', filter: {} }, ...works('ok')],
  'filters.remove': [{ id: 'none' }, ...works('filter.notFound')],
  'changes.list': [{ connectionId: 'none' }, ...asks('connection.notFound')],
  'changes.export': [{ connectionId: 'none', format: 'csv', language: 'ru' }, ...asks('connection.notFound')],
  'unrecognised.list': [{}, ...reads],
  'unrecognised.update': [
    { id: 1, type: 'server' },
    no,
    shut,
    never,
    never,
    'resource.notFound',
    'resource.notFound',
  ],
  'unrecognised.listRules': [{}, ...reads],
  'unrecognised.removeRule': [{ id: 1 }, ...governs],
  'recommendations.list': [{}, ...reads],
  'budgets.list': [{}, ...reads],
  'imports.start': [{ tokens: ['none'] }, ...works('import.noFile')],
  'imports.list': [{}, ...reads],
  'imports.get': [{ id: 1 }, ...asks('import.notFound')],
  'imports.getSample': [{ id: 1 }, ...asks('import.notFound')],
  'imports.answer': [{ id: 1, answers: {} }, ...works('import.notFound')],
  'imports.commit': [{ id: 1 }, ...works('import.notFound')],
  'imports.cancel': [{ id: 1 }, ...works('import.notFound')],
  'imports.resume': [{ id: 1 }, ...works('import.notFound')],
  'imports.remove': [{ id: 1 }, ...works('import.notFound')],
  'imports.withdraw': [{ id: 1 }, ...works('import.notFound')],
  'imports.listRejected': [{}, ...reads],
  'imports.exportRejected': [{ format: 'csv' }, ...reads],
  'imports.getCoverage': [{ from: period.from, to: period.to }, ...reads],
  'imports.listMappings': [{}, ...reads],
  'imports.updateMapping': [{ id: 1, name: 'Отчёт' }, ...works('import.mappingNotFound')],
  'imports.removeMapping': [{ id: 1 }, ...works('import.mappingNotFound')],
  'imports.getFolder': [{}, ...reads],
  'imports.updateFolder': [{ path: null, isOn: false }, ...governs],
  'rates.list': [{ month: '2026-10' }, ...reads],
  'rates.startFetch': [{ from: period.from, to: period.to }, ...works('rates.unreachable')],
  'rates.load': [{ token: 'none' }, ...works('import.noFile')],
  'rates.update': [{ ...rate, nominal: 1, value: '81.5', note: null }, ...works('ok')],
  'rates.remove': [{ ...rate, day: period.to }, ...works('rates.notFound')],
  'rates.updateAct': [
    { connectionId: 'none', month: '2026-10', currency: 'USD', nominal: 1, value: '81.5', note: null },
    ...works('connection.notFound'),
  ],
  'rates.updateRule': [{ rule: 'month' }, ...governs],
  'months.list': [{}, ...reads],
  'months.close': [
    { month: '2026-11', note: null },
    no,
    shut,
    never,
    never,
    'month.notOver',
    'month.notOver',
  ],
  'months.reopen': [
    { month: '2026-10', reason: 'x' },
    no,
    shut,
    never,
    never,
    'month.notClosed',
    'month.notClosed',
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'infrazen-permissions-'))
let backend: Backend

/** Every cell has a person and a session of its own: no call can spoil another's. */
beforeAll(async () => {
  const ports = testPorts(folder)
  // Nobody is at home anywhere: what a call says of it is told here alike on every machine.
  ports.net = { send: () => Promise.reject(new AppError('provider.unreachable')) }
  const store = await openStore(ports)
  const atMs = ports.clock.nowMs()
  for (const name of callNames) {
    for (const who of callers.slice(1)) {
      const key = `${name} as ${who}`
      const role = who === 'stranger' || who === 'locked' ? 'owner' : who
      const person = addPerson(store, { workspaceId: 'w1', userId: key, role, passwordHash: 'no hash' })
      putSession(store, client(key), person, { atMs, lockedAtMs: who === 'locked' ? atMs : null })
    }
  }
  store.close()
  backend = await createBackend(ports)
})
afterAll(async () => {
  await backend.close()
  rmSync(folder, { recursive: true, force: true })
})

it('knows what every call answers to everyone', () => {
  expect(Object.keys(table).sort()).toEqual([...callNames].sort())
})

describe.each(callNames)('%s', (name) => {
  const [input, ...codes] = table[name]

  it.each(callers.map((who, at) => [who, codes[at]] as const))('answers %s with %s', async (who, code) => {
    const answer = await backend.call(name, input, client(`${name} as ${who}`))
    expect(answer.ok ? 'ok' : answer.error.code).toBe(code)
  })
})
