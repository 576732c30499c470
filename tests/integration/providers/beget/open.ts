import type { Net } from '#main/ports/net.ts'
import { beget } from '#main/providers/beget/index.ts'
import type { CollectRequest, ProviderAccount } from '#main/providers/provider.ts'
import { day } from '#shared/lib/day.ts'
import { type BegetFake, startBegetFake } from '#tests/fakes/beget/start.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { type RecordingSink, recordingSink } from '#tests/support/recording-sink.ts'

export const REQUEST: CollectRequest = {
  chargesFrom: day('2026-09-01'),
  chargesTo: day('2026-11-20'),
  usageFrom: day('2026-11-19'),
}

type Options = Parameters<typeof startBegetFake>[0]

export type Bench = {
  fake: BegetFake
  ports: ReturnType<typeof testPorts>
  /** What the vault would hold: the provider's own tokens go in and out of it. */
  secrets: Record<string, string>
  stop: AbortController
  open(extra?: {
    secrets?: Record<string, string>
    settings?: Record<string, string>
    net?: Net
  }): ProviderAccount
  collect(extra?: Parameters<Bench['open']>[0]): Promise<RecordingSink>
}

/** A fake Beget, and the provider opened on it by a clock that stands still for both. */
export async function startBench(options: Options = {}): Promise<Bench> {
  const ports = testPorts('/nowhere')
  const fake = await startBegetFake({ nowMs: ports.clock.nowMs, ...options })
  const stop = new AbortController()
  const secrets: Record<string, string> = { ...fake.secrets }
  const bench: Bench = {
    fake,
    ports,
    secrets,
    stop,
    open: (extra = {}) =>
      beget.open({
        settings: { ...fake.settings, ...extra.settings },
        secrets: { ...secrets, ...extra.secrets },
        net: extra.net ?? ports.net,
        route: { proxyUrl: null, caPem: null },
        clock: ports.clock,
        ids: ports.ids,
        log: ports.log,
        signal: stop.signal,
        async keepSecret(name, value) {
          if (value === null) delete secrets[name]
          else secrets[name] = value
        },
      }),
    async collect(extra) {
      const sink = recordingSink()
      await bench.open(extra).collect(sink, REQUEST)
      return sink
    },
  }
  return bench
}
