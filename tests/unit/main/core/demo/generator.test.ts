import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { generateDemo } from '#main/core/demo/generator.ts'
import { canonical, type ResourceState } from '#main/core/model/resource.ts'
import { money, sum, toText } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { demoCompany } from '#resources/demo/company.ts'
import { addDays, day } from '#shared/lib/day.ts'

const ANCHOR = day('2026-11-20')
const figures = generateDemo(ANCHOR)

const latest = (key: string): readonly ResourceState[] =>
  figures.accounts.find((a) => a.connection.key === key)?.snapshots.at(-1)?.found ?? []

const monthly = (state: ResourceState) => {
  const price = state.price
  if (!price) throw new Error(`${state.name} has no price`)
  return money(toText(normalizePrice(price.amount, price.period).monthly).amount, 'RUB')
}

const monthlyTotal = (states: readonly ResourceState[]) => toText(sum(states.map(monthly), 'RUB')).amount

test.each([
  ['selectel-bu-a', '166600'],
  ['selectel-bu-b', '104300'],
  ['beget-prod', '104250'],
  ['beget-dev', '41850'],
])('the inventory of %s costs %s roubles a month to the kopeck', (key, total) => {
  expect(monthlyTotal(latest(key))).toBe(total)
})

test('the whole inventory costs 417 000 roubles a month', () => {
  expect(monthlyTotal(demoCompany.connections.flatMap(({ key }) => latest(key)))).toBe('417000')
})

test.each([
  [
    'selectel-bu-a',
    'api-backend-prod-01 db-postgres-prod-01 postgres-data-volume k8s-worker-01 k8s-worker-02 k8s-master-01 lb-prod-01 s3-cdn-static archive-cold-storage snapshot-storage analytics-etl-01 app-cache-redis eip-01',
  ],
  [
    'selectel-bu-b',
    'web-frontend-01 web-frontend-02 db-mysql-staging dev-k8s-node-01 dev-k8s-node-02 s3-media-bucket test-runner-01 ci-runner-spot load-balancer-dev vpn-gateway pg-backup-volume misc-egress-and-ips',
  ],
  [
    'beget-prod',
    'vps-app-01 vps-app-02 vps-db-01 vps-cache-01 vps-batch-01 vps-mq-01 obj-storage-prod backup-service lb-service nat-firewall extra-volumes infrazen-demo.ru',
  ],
  [
    'beget-dev',
    'dev-vps-01 dev-vps-02 dev-db-01 stage-web-01 s3-dev-bucket ci-dev-runner dev-public-ip dev-logs-storage',
  ],
])('%s lists what it should and nothing else', (key, names) => {
  expect(latest(key).map((state) => state.name)).toEqual(names.split(' '))
})

test('no two resources of a connection share an identifier', () => {
  for (const { charges } of figures.accounts) {
    expect(new Set(charges.map((c) => c.externalId)).size).toBe(charges.length)
  }
})

test('twenty recommendations save less than three fifths of a resource, or all of it where it can go', () => {
  expect(figures.findings).toHaveLength(20)
  for (const { recommendation, externalId, savings } of figures.findings) {
    const state = latest(recommendation.connection).find((s) => s.externalId === externalId)
    if (!state) throw new Error(`${recommendation.resource} is not in the inventory`)
    const cost = monthly(state).femtos
    expect(savings.femtos).toBeGreaterThan(0n)
    if (recommendation.category === 'idle') expect(savings.femtos).toBeLessThanOrEqual(cost)
    else expect(savings.femtos * 5n).toBeLessThan(cost * 3n)
  }
})

test('a third of the resources lack some of the four tags, and some have none', () => {
  const states = demoCompany.connections.flatMap(({ key }) => latest(key))
  const lacking = states.filter((s) => s.tags.length < 4).length
  expect(lacking / states.length).toBeGreaterThan(0.3)
  expect(lacking / states.length).toBeLessThan(0.37)
  expect(states.filter((s) => s.tags.length === 0).length).toBeGreaterThanOrEqual(4)
})

test('the domain is due in three weeks', () => {
  const domain = latest('beget-prod').find((s) => s.type === 'domain')
  expect(domain?.attributes.renewsOn).toBe(addDays(ANCHOR, 21))
})

test('addresses come from the ranges reserved for documentation', () => {
  const addresses = demoCompany.connections.flatMap(({ key }) =>
    latest(key).flatMap((s) => s.attributes.address ?? []),
  )
  expect(addresses.length).toBeGreaterThan(20)
  expect(addresses.filter((a) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/.test(a))).toEqual([])
})

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))

const digest = (value: unknown): string => createHash('sha256').update(textOf(value)).digest('hex')

test('the same day gives the same company to the last byte, another day another', () => {
  expect(digest(generateDemo(ANCHOR))).toBe(digest(figures))
  expect(digest(generateDemo(addDays(ANCHOR, 1)))).not.toBe(digest(figures))
})

test('what idles looks idle, and what is too large is hardly used', () => {
  const peaks = (name: string, metric: string) => {
    const account = figures.accounts.find((a) => a.charges.some((c) => c.resource.name === name))
    const id = account?.charges.find((c) => c.resource.name === name)?.externalId
    const rows = account?.metrics.filter((m) => m.externalId === id && m.metric === metric) ?? []
    return Math.max(...rows.map((r) => r.peak / r.capacity))
  }
  expect(peaks('ci-runner-spot', 'cpu')).toBeLessThan(0.05)
  expect(peaks('pg-backup-volume', 'disk')).toBe(0)
  expect(peaks('api-backend-prod-01', 'cpu')).toBeLessThan(0.4)
  expect(peaks('db-mysql-staging', 'ram')).toBeLessThan(0.4)
  expect(peaks('vps-db-01', 'ram')).toBeLessThan(0.4)
  expect(peaks('k8s-worker-01', 'cpu')).toBeLessThan(0.4)
  expect(peaks('analytics-etl-01', 'cpu')).toBeGreaterThan(0.8)
})

test('use lies between nothing and the peak, and the peak within what there is, for ninety days', () => {
  const rows = figures.accounts.flatMap((a) => a.metrics)
  expect(rows.filter((r) => r.used < 0 || r.used > r.peak || r.peak > r.capacity)).toEqual([])
  expect(new Set(rows.map((r) => r.day)).size).toBe(90)
  expect(rows.every((r) => r.day < ANCHOR)).toBe(true)
})

test('the looks at an account lead to the present inventory through resizes, stops and removals', () => {
  for (const { connection, snapshots } of figures.accounts) {
    const instants = snapshots.map((s) => s.finishedAtMs)
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b))
    const last = snapshots.at(-1)
    const gone = connection.resources.filter((r) => r.goneDaysAgo !== undefined).map((r) => r.name)
    expect(last?.found.filter((s) => gone.includes(s.name))).toEqual([])
    expect(snapshots[0]?.found.length).toBeLessThan(connection.resources.length)
  }
  const versions = (name: string) =>
    new Set(
      figures.accounts.flatMap((a) =>
        a.snapshots.flatMap((s) => s.found.filter((f) => f.name === name).map((f) => canonical(textOf(f)))),
      ),
    ).size
  expect(versions('analytics-etl-01')).toBe(2)
  expect(versions('dev-vps-02')).toBe(2)
  expect(versions('postgres-data-volume')).toBe(2)
  expect(versions('dev-db-01')).toBe(1)
})
