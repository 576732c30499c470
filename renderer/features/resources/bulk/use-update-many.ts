import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { CallInput } from '#shared/contract/index.ts'
import { chunksOf } from '../view.ts'

type Change = Omit<CallInput<'resources.updateMany'>, 'ids'>

/** As many as one command takes. */
const MOST_IDS = 50_000

/** One change to many resources; says how many it reached. */
export function useUpdateMany() {
  const { t } = useText()
  const tell = useTell()
  const { mutateAsync, isPending, error, reset } = useCommand('resources.updateMany')
  const run = async (ids: ReadonlySet<number>, change: Change): Promise<boolean> => {
    try {
      let updated = 0
      for (const part of chunksOf([...ids], MOST_IDS))
        updated += (await mutateAsync({ ids: part, ...change })).updated
      tell.done(t('resources.bulkDone', { count: updated }))
      return true
    } catch (failure) {
      if (failure instanceof TransportError) return false
      throw failure
    }
  }
  return { run, isPending, error, reset }
}
