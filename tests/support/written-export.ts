import type { Backend } from '#main/backend/create-backend.ts'
import type { Caller } from '#main/ports/ports.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'

/** Starts an export and resolves when it has ended, told by events. */
export async function writtenExport(
  backend: Backend,
  caller: Caller,
  input: CallInput<'ledger.startExport'>,
) {
  const ask = async <N extends CallName>(name: N, given: CallInput<N>): Promise<CallOutput<N>> => {
    const envelope = await backend.call(name, given, caller)
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code}`)
    return envelope.value as CallOutput<N>
  }
  const waiting: (() => void)[] = []
  const stop = backend.subscribe(caller, () => {
    for (const look of waiting.splice(0)) look()
  })
  try {
    const { id } = await ask('ledger.startExport', input)
    for (;;) {
      const changed = new Promise<void>((resolve) => waiting.push(resolve))
      const item = (await ask('ledger.listExports', {})).items.find((one) => one.id === id)
      if (item && item.finishedAtMs !== null) return item
      await changed
    }
  } finally {
    stop()
  }
}
