import type { Session } from '#main/core/model/session.ts'
import { readFirstWorkspace } from '#main/queries/people.query.ts'
import type { Store } from '#main/store/store.ts'
import { AppError } from '#shared/errors/app-error.ts'

/**
 * What holds for the whole installation is not for everybody who owns something in it: anyone can open the demo
 * company, and anyone can make an organisation of their own. A proxy of their choice would hear everybody's keys.
 */
export function createKeeperRule(store: Pick<Store, 'read'>) {
  function refuseDemo(session: Session): void {
    if (session.isDemo) throw new AppError('demo.noConnections')
  }
  return {
    refuseDemo,
    keeperOnly(session: Session): void {
      refuseDemo(session)
      const first = readFirstWorkspace(store.read)
      if (first && first.id !== session.workspaceId)
        throw new AppError('settings.notKeeper', { name: first.name })
    },
  }
}
