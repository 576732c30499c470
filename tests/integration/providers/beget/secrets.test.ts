import { expect, it } from 'vitest'
import { begetCanaries } from '#tests/fakes/beget/canaries.ts'
import { type Bench, startBench } from './open.ts'

const OWN = ['not-a-real-password', 'not-a-real-api-password']

function assertClean(text: string, where: string): void {
  for (const secret of [...begetCanaries, ...OWN])
    expect(text.includes(secret), `${secret} in ${where}`).toBe(false)
  // Tokens begin like this.
  expect(text.includes('eyJhbGci'), `a token in ${where}`).toBe(false)
}

const logOf = ({ ports }: Bench): string => JSON.stringify(ports.lines)

it('the fake plants a secret in every place where Beget returns one', async () => {
  const { fake, collect } = await startBench()
  await collect()
  const { state } = fake
  const lists = [state.servers, state.services, state.snapshots, state.bases, state.ftp, state.mailboxes]
  const sent = JSON.stringify(lists.map((list) => list.all()))
  for (const canary of begetCanaries) expect(sent).toContain(canary)
  await fake.close()
})

it('nothing of what Beget returns in confidence is told, nothing of ours is logged', async () => {
  const bench = await startBench({ hasTroubles: true })
  const sink = await bench.collect()
  expect(sink.listed.length).toBeGreaterThan(40)
  assertClean(sink.text(), 'what was told')
  assertClean(logOf(bench), 'the log')
  await bench.fake.close()
})

it('a server that sends back what it was sent does not get it into an error', async () => {
  const bench = await startBench()
  const echo = (text: string) => ({ kind: 'status', status: 500, json: { message: text } }) as const
  bench.fake.fault('GET /v1/cloud', echo('refused for not-a-real-password'), Infinity)
  const errors = [{ error_code: 'METHOD_FAILED', error_text: 'passwd=not-a-real-api-password is fine' }]
  const json = { status: 'success', answer: { status: 'error', errors } }
  bench.fake.fault('POST /api/site/getList', { kind: 'status', status: 200, json }, Infinity)
  bench.fake.fault(
    'GET /v1/vps/snapshot',
    { kind: 'change', change: (_, { headers }) => ({ error: { message: `bad ${headers.authorization}` } }) },
    Infinity,
  )
  const sink = await bench.collect()
  for (const scope of ['cloud', 'sites', 'vps/snapshots']) expect(sink.outcomeOf(scope).status).toBe('failed')
  assertClean(JSON.stringify(sink.outcomes), 'the outcomes')
  assertClean(logOf(bench), 'the log')
  await bench.fake.close()
})

it('a login that is refused in words of its own does not repeat the password', async () => {
  const bench = await startBench({ loginError: 'BAD not-a-real-password' })
  const sink = await bench.collect()
  assertClean(JSON.stringify(sink.outcomes), 'the outcomes')
  await bench.fake.close()
})

it('tokens are hidden from the log before they are used', async () => {
  const bench = await startBench()
  await bench.collect()
  const used = bench.fake
    .seen('GET /v1/cloud')
    .map(({ headers }) => headers.authorization?.replace('Bearer ', ''))
  for (const token of used) expect(bench.ports.hidden.has(token ?? '')).toBe(true)
  await bench.fake.close()
})

it('passwords travel in bodies, never in an address', async () => {
  const bench = await startBench()
  await bench.collect()
  for (const { path, query } of bench.fake.requests) assertClean(`${path}?${query}`, 'an address')
  await bench.fake.close()
})
