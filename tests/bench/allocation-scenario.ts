import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend } from '#main/backend/create-backend.ts'
import type { AllocationRule } from '#shared/contract/allocation.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { day } from '#shared/lib/day.ts'
import { client } from '#tests/support/people.ts'
import { fillLedger } from './ledger-fill.ts'
import { type Spread, sample, spreadOf } from './measure.ts'

const CALLER = client('owner-of-the-organisation')
const MONTH = { from: day('2026-10-22'), to: day('2026-11-20') }
const YEAR = { from: day('2025-11-01'), to: day('2026-11-30') }
const SAMPLES = 12
/** Of a thousand letters that somebody types, no two rules are the same. */
let last = 0

const condition = (
  dimension: CostCondition['dimension'],
  op: CostCondition['op'],
  ...values: string[]
): CostCondition => ({ dimension, op, values })

const rule = (where: AllocationRule['where'], more: Partial<AllocationRule>): AllocationRule => {
  last += 1
  return {
    id: `rule-${last}`,
    name: '',
    isOn: true,
    where,
    cost: null,
    from: null,
    to: null,
    outcome: { kind: 'part', part: `Отдел ${last % 12}` },
    ...more,
  }
}

/** Twenty rules as somebody has them: tags, names, places, a range of costs, days, and shared costs by what parts cost. */
export function rulesWith(word: string): AllocationRule[] {
  const teams = Array.from({ length: 12 }, (_, at) =>
    rule([[condition('tag:team', 'is', `team-${at}`, `team-${at + 12}`)]], {}),
  )
  return [
    rule([[condition('resource', 'contains', word)]], {}),
    ...teams,
    rule([[condition('service', 'is', 'Service 7'), condition('region', 'is', 'region-3')]], {}),
    rule(
      [[condition('resource', 'startsWith', 'machine-1')], [condition('subAccount', 'contains', '-1')]],
      {},
    ),
    rule([[condition('resourceType', 'is', 'Type 3')]], { from: day('2026-03-15') }),
    rule([], { cost: { from: '1000000', to: null, currency: 'RUB' } }),
    rule([[condition('service', 'startsWith', 'service 1')]], {
      outcome: { kind: 'metric', by: { kind: 'cost' }, parts: [] },
    }),
  ]
}

export type Measured = { name: string; ceiling: number; first: number; spread: Spread }

export async function runAllocationScenario(rows: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-allocation-'))
  try {
    const backend = await createBackend(await fillLedger(folder, rows, () => undefined))
    async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const envelope = await backend.call(name, input, CALLER)
      if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${JSON.stringify(envelope.error)}`)
      return envelope.value as never
    }
    const { id } = await ask('allocation.addTag', {
      name: 'Отдел',
      kind: 'department',
      rules: rulesWith('x'),
    })
    const showback = { by: { tagId: id }, ...YEAR }
    const measured: Measured[] = []
    const measure = async (name: string, ceiling: number, work: () => Promise<unknown>): Promise<void> => {
      const first = spreadOf(await sample(1, work)).p50
      measured.push({ name, ceiling, first, spread: spreadOf(await sample(SAMPLES, work)) })
    }
    await measure('a rule changes: thirteen months are allocated anew', 2000, async () => {
      await ask('allocation.updateTag', { id, rules: rulesWith(`machine-${last % 97}`) })
      await ask('allocation.getShowback', showback)
    })
    await measure('rules on live data, thirty days, as they are typed', 300, () =>
      ask('allocation.preview', { tagId: id, rules: rulesWith(`machine-${last % 89}`), ...MONTH }),
    )
    await measure('showback of thirteen months', 500, () => ask('allocation.getShowback', showback))
    await measure('chargeback of thirty days against the thirty before', 500, () =>
      ask('allocation.getShowback', {
        by: { tagId: id },
        ...MONTH,
        compareFrom: day('2026-09-22'),
        compareTo: day('2026-10-21'),
        mode: 'chargeback',
      }),
    )
    await measure('suggestions, thirty days', 500, () =>
      ask('allocation.listSuggestions', { tagId: id, ...MONTH }),
    )
    await backend.close()
    return measured
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
