import { useCallback, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { GivenView } from '#shared/contract/host.ts'
import { isStatement, type Loaded } from './view.ts'

/** More files than these go in several calls. */
const ACTS_AT_ONCE = 200
const STATEMENTS_AT_ONCE = 50

/** Files on their way in: documents first, so that statements find what they pay. */
export function useDocumentsLoader() {
  const tell = useTell()
  const { mutateAsync: loadActs } = useCommand('acts.load')
  const { mutateAsync: loadBank } = useCommand('payments.load')
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [isPending, setPending] = useState(false)

  const take = useCallback(
    async (give: () => Promise<readonly GivenView[]>): Promise<void> => {
      setPending(true)
      try {
        const files = await give()
        if (files.length === 0) return
        const result: Loaded = { acts: [], bank: [] }
        for (const tokens of piecesOf(
          files.filter(({ name }) => !isStatement(name)),
          ACTS_AT_ONCE,
        ))
          result.acts.push(...(await loadActs({ tokens })).items)
        for (const tokens of piecesOf(
          files.filter(({ name }) => isStatement(name)),
          STATEMENTS_AT_ONCE,
        ))
          result.bank.push(...(await loadBank({ tokens })).items)
        setLoaded(result)
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        tell.failed(error)
      } finally {
        setPending(false)
      }
    },
    [loadActs, loadBank, tell],
  )
  return {
    loaded,
    isPending,
    clear: useCallback(() => setLoaded(null), []),
    choose: useCallback(() => take(() => transport.host['host.openFiles']({ kind: 'documents' })), [take]),
    give: useCallback((files: readonly File[]) => take(() => transport.giveFiles(files)), [take]),
  }
}

function piecesOf(files: readonly GivenView[], size: number): string[][] {
  const tokens = files.map(({ token }) => token)
  const pieces: string[][] = []
  for (let at = 0; at < tokens.length; at += size) pieces.push(tokens.slice(at, at + size))
  return pieces
}
