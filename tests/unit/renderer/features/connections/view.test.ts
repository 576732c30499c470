import { describe, expect, it } from 'vitest'
import {
  fillOf,
  fillTone,
  inOrder,
  isMendedInForm,
  isSyncable,
  shownStatus,
  staleParts,
  urgencyOf,
  wholeDays,
  wordFor,
} from '#renderer/features/connections/view.ts'
import { translate } from '#renderer/i18n/translate.ts'
import type { ConnectionView, ScopeView } from '#shared/contract/connections.ts'
import type { RunView } from '#shared/contract/sync.ts'

const connection = (over: Partial<ConnectionView>): ConnectionView => ({
  id: 'c',
  provider: 'beget',
  name: 'Beget',
  accountRef: '1',
  source: 'api',
  status: 'active',
  problem: null,
  addedAtMs: 0,
  lastSyncAtMs: null,
  lastOutcome: null,
  dataThrough: null,
  resources: 0,
  activeResources: 0,
  dailyCost: null,
  monthlyCost: null,
  balance: null,
  daysLeft: null,
  schedule: { kind: 'manual' },
  nextSyncAtMs: null,
  account: null,
  accountAtMs: null,
  stale: [],
  ...over,
})

const run = { connectionId: 'c' } as RunView

describe('an account that files tell of', () => {
  it('is never asked, and says where its bills come from', () => {
    const account = connection({ source: 'files' })
    expect(isSyncable(account)).toBe(false)
    expect(shownStatus(account, undefined)).toBe('files')
    expect(shownStatus({ ...account, status: 'archived' }, undefined)).toBe('archived')
  })
})

describe('the state of a connection', () => {
  it.each([
    ['new', undefined, 'new'],
    ['new', run, 'checking'],
    ['active', run, 'syncing'],
    ['error', run, 'syncing'],
    ['error', undefined, 'error'],
    ['archived', undefined, 'archived'],
  ] as const)('stored as %s and run by %o shows as %s', (status, running, shown) => {
    expect(shownStatus(connection({ status }), running)).toBe(shown)
  })

  it('is synchronised unless it rests', () => {
    expect(
      (['new', 'active', 'error', 'paused', 'archived'] as const).map((status) =>
        isSyncable(connection({ status })),
      ),
    ).toEqual([true, true, true, false, false])
  })
})

describe('urgencyOf', () => {
  it.each([
    [null, 'calm'],
    [30, 'calm'],
    [29.9, 'soon'],
    [7, 'soon'],
    [6.9, 'now'],
    [0, 'now'],
    [-3, 'now'],
  ] as const)('of %s days left is %s', (days, urgency) => {
    expect(urgencyOf(days)).toBe(urgency)
  })

  it('counts whole days that are left for certain, never fewer than none', () => {
    expect([12.9, 0.5, -2].map(wholeDays)).toEqual([12, 0, 0])
  })
})

it('puts archived connections after the others, each group as it was added', () => {
  const items = [
    connection({ id: 'old', status: 'archived', addedAtMs: 1 }),
    connection({ id: 'second', addedAtMs: 3 }),
    connection({ id: 'first', addedAtMs: 2, status: 'error' }),
  ]
  expect(inOrder(items).map(({ id }) => id)).toEqual(['first', 'second', 'old'])
})

describe('staleParts', () => {
  const scope = (over: Partial<ScopeView>): ScopeView => ({
    scope: 's',
    endpoint: 'volumes',
    region: 'ru-7',
    project: null,
    status: 'failed',
    problem: null,
    lastGoodAtMs: 10,
    ...over,
  })

  it('tells one endpoint of a region once, by its oldest data', () => {
    const parts = staleParts([
      scope({ project: 'a' }),
      scope({ project: 'b', lastGoodAtMs: 5 }),
      scope({ region: 'ru-3', lastGoodAtMs: 7 }),
    ])
    expect(parts.map(({ name, lastGoodAtMs }) => [name, lastGoodAtMs])).toEqual([
      ['ru-7, volumes', 5],
      ['ru-3, volumes', 7],
    ])
  })

  it('knows that one project without any data makes the part as old as nothing', () => {
    expect(staleParts([scope({}), scope({ lastGoodAtMs: null })])[0]?.lastGoodAtMs).toBeNull()
    expect(staleParts([scope({ lastGoodAtMs: null }), scope({})])[0]?.lastGoodAtMs).toBeNull()
  })
})

describe('limits of a plan', () => {
  it.each([
    [3, 4, 0.75, 'brand'],
    [80, 100, 0.8, 'warn'],
    [99, 100, 0.99, 'bad'],
    [120, 100, 1.2, 'bad'],
  ] as const)('%d of %d is %d full and %s', (used, limit, fill, tone) => {
    const value = fillOf({ code: 'sites', used, limit, unit: 'count' })
    expect(value).toBe(fill)
    expect(fillTone(value ?? 0)).toBe(tone)
  })

  it('without an end have no fill', () => {
    expect(fillOf({ code: 'ftp', used: 3, limit: null, unit: 'count' })).toBeNull()
    expect(fillOf({ code: 'ftp', used: 0, limit: 0, unit: 'count' })).toBeNull()
  })
})

it('shows a code that it has no word for as it is', () => {
  const t = (key: Parameters<typeof translate>[1]) => translate('ru', key)
  expect(wordFor('limit', 'mail', t)).toBe('Почтовые ящики')
  expect(wordFor('limit', 'quantum', t)).toBe('quantum')
  expect(wordFor('limit', 'toString', t)).toBe('toString')
})

it('offers the form where entering something anew puts it right, and nowhere else', () => {
  const mended = (code: string) => isMendedInForm({ code, details: {} })
  expect(['provider.badCredentials', 'vault.secretMissing', 'connection.missingField'].map(mended)).toEqual([
    true,
    true,
    true,
  ])
  expect(['provider.timeout', 'provider.forbidden', 'vault.locked', 'internal'].map(mended)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
