import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend } from '#main/backend/create-backend.ts'
import { openStore } from '#main/store/open.ts'
import { commitParcel } from '#main/store/repos/parcel-commit.ts'
import { workspaces } from '#main/store/schema/people.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { openOrganisation } from '#tests/support/organisation.ts'
import { type FileLine, fileLine, readParcel } from '#tests/support/parcels.ts'
import { client } from '#tests/support/people.ts'
import { addConnection } from '#tests/support/store-rows.ts'

const UNIT = 10n ** 15n

type BillLine = Omit<Parameters<typeof fileLine>[0], 'femtos'> & { amount: number }

export const bill = ({ amount, ...of }: BillLine): FileLine =>
  fileLine({ ...of, femtos: (BigInt(Math.round(amount * 1000)) * UNIT) / 1000n })

/** An organisation whose bills are these lines of the accounts c1 and c2; `ask` is its owner. */
export async function openDesk(lines: readonly FileLine[], now = '2026-11-20T09:00:00Z') {
  const folder = mkdtempSync(join(tmpdir(), 'infrazen-allocation-'))
  const ports = testPorts(folder, { now })
  await (await openOrganisation(ports)).close()
  const store = await openStore(ports)
  const { id: workspaceId } = store.read.select({ id: workspaces.id }).from(workspaces).all()[0] ?? { id: '' }
  store.transaction((db) => {
    for (const id of ['c1', 'c2']) addConnection(db, workspaceId, id)
    commitParcel(db, readParcel(db, workspaceId, lines), { mode: 'replace', atMs: 1 })
  })
  store.close()
  const backend = await createBackend(ports)
  return {
    ports,
    async ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const envelope = await backend.call(name, input, client('owner-of-the-organisation'))
      if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
      return envelope.value as CallOutput<N>
    },
    async close() {
      await backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

let last = 0

export function rule(outcome: RuleOutcome | string, more: Partial<AllocationRule> = {}): AllocationRule {
  last += 1
  return {
    id: `rule-${last}`,
    name: '',
    isOn: true,
    where: [],
    cost: null,
    from: null,
    to: null,
    outcome: typeof outcome === 'string' ? { kind: 'part', part: outcome } : outcome,
    ...more,
  }
}

export const when = (
  dimension: CostCondition['dimension'],
  op: CostCondition['op'],
  ...values: string[]
): CostCondition => ({ dimension, op, values })
