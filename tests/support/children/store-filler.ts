import { openStore } from '#main/store/open.ts'
import { memberships } from '#main/store/schema/people.ts'
import type { Role } from '#shared/contract/permissions.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { addManyResources } from '../many-resources.ts'
import { addUnknownThings } from '../unknown-things.ts'

type Wish = { resources?: { count: number; clouds: number }; hasUnknown?: boolean; role?: Role }

/** Puts into the store named on its command line what is wished for, as one transaction. */
const [folder = '', workspaceId = '', wish = '{}'] = process.argv.slice(2)
const { resources, hasUnknown = false, role } = JSON.parse(wish) as Wish
const store = await openStore(testPorts(folder))
store.transaction((db) => {
  if (resources) addManyResources(db, workspaceId, resources.count, resources.clouds)
  if (hasUnknown) addUnknownThings(db, workspaceId)
  if (role) db.update(memberships).set({ role }).run()
})
store.close()
