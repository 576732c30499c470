import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors/app-error.ts'
import { selectelCanaries } from '#tests/fakes/selectel/canaries.ts'
import { startWorld, stopWorlds, type World } from './account.ts'

afterEach(stopWorlds)

/** Whatever opens something: what was given, what came, and what Selectel leaves in its answers. */
const secretsOf = ({ fake }: World): string[] => [
  ...selectelCanaries,
  ...Object.values(fake.secrets),
  ...Array.from({ length: fake.doors.made() }, (_, index) => `gAAAAA-not-a-real-token-${index + 1}`),
]

const found = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => new RegExp(`${secret}(?![0-9])`).test(text))

describe('secrets', () => {
  it('of Selectel’s answers are in nothing that is told, nor in the log', async () => {
    const world = await startWorld({ filling: 'sample' })
    const sink = await world.look()
    const secrets = secretsOf(world)
    expect(secrets.length).toBeGreaterThan(15)
    expect(found(sink.text(), secrets)).toEqual([])
    expect(found(JSON.stringify(world.ports.lines), secrets)).toEqual([])
    // They were there to be found: the answers are full of them.
    const raws = sink.listed.map(({ item }) => item.raw).join('')
    expect(raws).toContain('OS-EXT-AZ:availability_zone')
    expect(raws).not.toContain('metadata')
  })

  it('are in no error either, whatever the answer repeats', async () => {
    const world = await startWorld({ filling: 'sample' })
    const { fake } = world
    const secrets = [fake.secrets.token ?? '', fake.secrets.password ?? '']
    const echo = {
      status: 500,
      json: { error: { message: `Bad token ${secrets[0]} / ${secrets[1]}` } },
    } as const
    for (const pattern of [
      'GET /api/v3/balances',
      'GET /api/v1/billing/report/by_project/flat',
      'GET /cloud/:pool/compute/v2.1/servers/detail',
    ])
      fake.fault(pattern, { kind: 'status', ...echo }, Number.POSITIVE_INFINITY)
    const sink = await world.look()
    const errors = sink.outcomes.flatMap(({ error }) => error ?? [])
    expect(errors.map(({ details }) => details.said)).toContainEqual(expect.stringContaining('Bad token •••'))
    expect(found(JSON.stringify(errors), secretsOf(world))).toEqual([])
  })

  it('that come as tokens are hidden from the log before they are used', async () => {
    const world = await startWorld({ filling: 'sample' })
    await world.look()
    expect(world.fake.doors.made()).toBeGreaterThan(2)
    for (let index = 1; index <= world.fake.doors.made(); index += 1)
      expect(world.ports.hidden).toContain(`gAAAAA-not-a-real-token-${index}`)
  })

  it('of a wrong login are not repeated', async () => {
    const world = await startWorld()
    const token = 'not-a-real-mistyped-token'
    const asked = world.look({}, { secrets: { ...world.fake.secrets, token } })
    const error = await asked.catch((one: unknown) => one)
    expect(error).toBeInstanceOf(AppError)
    expect(JSON.stringify(error)).not.toContain(token)
  })
})
