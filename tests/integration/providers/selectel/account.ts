import type { Net } from '#main/ports/net.ts'
import type { AccountContext, CollectRequest } from '#main/providers/provider.ts'
import { selectel } from '#main/providers/selectel/index.ts'
import { type Day, day } from '#shared/lib/day.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { type SelectelFake, startSelectelFake } from '#tests/fakes/selectel/start.ts'
import { type RecordingSink, recordingSink } from '#tests/support/recording-sink.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

export const TODAY: Day = day('2026-11-20')

export type World = {
  ports: TestPorts
  fake: SelectelFake
  /** A sync of its own: what was told, whether it ended well or not. */
  look(request?: Partial<CollectRequest>, more?: Partial<AccountContext>): Promise<RecordingSink>
  context(more?: Partial<AccountContext>): AccountContext
}

type Options = Parameters<typeof startSelectelFake>[0]

const open: SelectelFake[] = []

/** An account on a server of the test's own; it is Friday 20 November 2026, noon in Moscow. */
export async function startWorld(options: Options = {}): Promise<World> {
  const ports = testPorts(tempFolder())
  const fake = await startSelectelFake({ nowMs: ports.clock.nowMs, filling: 'empty', ...options })
  open.push(fake)
  const context = (more: Partial<AccountContext> = {}): AccountContext => ({
    settings: fake.settings,
    secrets: fake.secrets,
    net: ports.net,
    route: { proxyUrl: null, caPem: null },
    clock: ports.clock,
    ids: ports.ids,
    log: ports.log,
    signal: new AbortController().signal,
    keepSecret: async () => undefined,
    ...more,
  })
  return {
    ports,
    fake,
    context,
    async look(request = {}, more = {}) {
      const sink = recordingSink()
      const days = { chargesFrom: TODAY, chargesTo: TODAY, usageFrom: TODAY, ...request }
      await selectel.open(context(more)).collect(sink, days)
      return sink
    },
  }
}

export async function stopWorlds(): Promise<void> {
  for (const fake of open.splice(0)) {
    await fake.close()
    // What a handler threw is a bug of the stand-in: no test may pass over it.
    if (fake.failures.length > 0) throw fake.failures[0]
  }
}

/** Nobody waits long for a silent pool: the same way out, with less patience. */
export const impatient = (net: Net, timeoutMs: number): Net => ({
  send: (request) => net.send({ ...request, timeoutMs: Math.min(request.timeoutMs, timeoutMs) }),
})

/** The same way out; something happens before each request leaves. */
export const meddling = (net: Net, before: (url: string) => void): Net => ({
  send: (request) => {
    before(request.url)
    return net.send(request)
  },
})

/** Of all lines, or of those that the filter keeps: kopecks. */
export function kopecksOf(sink: RecordingSink, fits: (ref: string, on: Day) => boolean = () => true): bigint {
  let femtos = 0n
  for (const { lines } of sink.told)
    for (const line of lines) if (fits(line.ref, line.day)) femtos += line.billed.femtos
  const perKopeck = 10n ** 13n
  if (femtos % perKopeck !== 0n) throw new RangeError(`not whole kopecks: ${femtos}`)
  return femtos / perKopeck
}
