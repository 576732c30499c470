import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { Fix } from './view.ts'

export type FixState = ReturnType<typeof useFix>

/** Sets tags by hand; says how many resources each of them reached. */
export function useFix() {
  const { t } = useText()
  const tell = useTell()
  const { mutateAsync, isPending, error, reset } = useCommand('resources.updateMany')
  const run = async (fixes: readonly Fix[]): Promise<boolean> => {
    if (isPending) return false
    try {
      for (const { tagKey, value, ids } of fixes) {
        const { updated } = await mutateAsync({ ids, tags: { [tagKey]: value } })
        tell.done(t('tagPolicies.fixed', { key: tagKey, count: updated }))
      }
      return true
    } catch (failure) {
      if (!(failure instanceof TransportError)) throw failure
      tell.failed(failure)
      return false
    }
  }
  return { run, isPending, error, reset }
}
