import { useCall } from '#renderer/transport/use-call.ts'
import type { RunView } from '#shared/contract/sync.ts'

const NONE: readonly RunView[] = []

/** What is synchronised or waits for its turn now. */
export const useRuns = (): readonly RunView[] => useCall('sync.list', {}).data?.items ?? NONE
