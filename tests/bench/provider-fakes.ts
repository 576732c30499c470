import { createInterface } from 'node:readline'
import { startSelectelFake } from '#tests/fakes/selectel/start.ts'

/**
 * Stand-ins in a process of their own, so that they share neither memory nor turns with what is measured. Prints what
 * their forms take; on each line of input, how long each of them was busy with requests since the line before.
 */
export type FakesOptions = { accounts: number; resources: number; daysOld: number; delayMs: number }
export type FakesForm = { settings: Record<string, string>; secrets: Record<string, string> }

const { accounts, resources, daysOld, delayMs } = JSON.parse(process.argv[2] ?? '{}') as FakesOptions
const fakes = await Promise.all(
  Array.from({ length: accounts }, async (_, index) => {
    const fake = await startSelectelFake({ filling: 'empty', resources, daysOld })
    // Accounts of their own: the same one cannot be connected twice.
    fake.model.account.number = String(300_000 + index)
    if (delayMs > 0) fake.fault('*', { kind: 'delay', ms: delayMs }, Number.POSITIVE_INFINITY)
    return fake
  }),
)
const forms: FakesForm[] = fakes.map(({ settings, secrets }) => ({ settings, secrets }))
process.stdout.write(`${JSON.stringify(forms)}\n`)

/** The time in which at least one request was being answered. */
function busyMs(spans: readonly { fromMs: number; toMs: number }[]): number {
  let total = 0
  let until = 0
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    total += Math.max(0, toMs - Math.max(fromMs, until))
    until = Math.max(until, toMs)
  }
  return total
}

for await (const _ of createInterface({ input: process.stdin })) {
  const busy = fakes.map(({ requests }) => busyMs(requests.splice(0)))
  process.stdout.write(`${JSON.stringify(busy)}\n`)
}
await Promise.all(fakes.map((fake) => fake.close()))
