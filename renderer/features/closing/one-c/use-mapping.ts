import { useTell } from '#renderer/app/use-tell.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'

/** Where on the page the names stand. */
export const MAPPING_ID = 'one-c-mapping'

export type Mapping = CallOutput<'oneC.getMapping'>

/** Saves what was said; true when it was taken. */
export function useMappingUpdate() {
  const tell = useTell()
  const { mutateAsync } = useCommand('oneC.updateMapping')
  const update = async (input: CallInput<'oneC.updateMapping'>): Promise<boolean> => {
    try {
      await mutateAsync(input)
      return true
    } catch (error) {
      tell.failed(error as Parameters<typeof tell.failed>[0])
      return false
    }
  }
  return { update }
}
