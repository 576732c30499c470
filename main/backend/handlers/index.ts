import type { contract } from '#shared/contract/index.ts'
import type { HandlersOf } from '../handler.ts'
import { accessHandlers } from './access.handlers.ts'
import { actsHandlers } from './acts.handlers.ts'
import { allocationHandlers } from './allocation.handlers.ts'
import { appHandlers } from './app.handlers.ts'
import { backupsHandlers } from './backups.handlers.ts'
import { budgetsHandlers } from './budgets.handlers.ts'
import { businessHandlers } from './business.handlers.ts'
import { changesHandlers } from './changes.handlers.ts'
import { closingHandlers } from './closing.handlers.ts'
import { connectionsHandlers } from './connections.handlers.ts'
import { dashboardHandlers } from './dashboard.handlers.ts'
import { demoHandlers } from './demo.handlers.ts'
import { differencesHandlers } from './differences.handlers.ts'
import { explorerHandlers } from './explorer.handlers.ts'
import { importsHandlers } from './imports.handlers.ts'
import { ledgerHandlers } from './ledger.handlers.ts'
import { packagesHandlers } from './packages.handlers.ts'
import type { Parts } from './parts.ts'
import { peopleHandlers } from './people.handlers.ts'
import { ratesHandlers } from './rates.handlers.ts'
import { recommendationsHandlers } from './recommendations.handlers.ts'
import { reportsHandlers } from './reports.handlers.ts'
import { resourcesHandlers } from './resources.handlers.ts'
import { settingsHandlers } from './settings.handlers.ts'
import { syncHandlers } from './sync.handlers.ts'
import { vatHandlers } from './vat.handlers.ts'
import { vaultHandlers } from './vault.handlers.ts'
import { viewsHandlers } from './views.handlers.ts'

/** A call without a handler does not compile. */
export const createHandlers = (parts: Parts): HandlersOf<typeof contract> => ({
  ...appHandlers(parts),
  ...peopleHandlers(parts),
  ...accessHandlers(parts),
  ...settingsHandlers(parts),
  ...demoHandlers(parts),
  ...backupsHandlers(parts),
  ...connectionsHandlers(parts),
  ...syncHandlers(parts),
  ...vaultHandlers(parts),
  ...dashboardHandlers(parts),
  ...resourcesHandlers(parts),
  ...changesHandlers(parts),
  ...recommendationsHandlers(parts),
  ...budgetsHandlers(parts),
  ...importsHandlers(parts),
  ...ledgerHandlers(parts),
  ...ratesHandlers(parts),
  ...differencesHandlers(parts),
  ...businessHandlers(parts),
  ...allocationHandlers(parts),
  ...vatHandlers(parts),
  ...viewsHandlers(parts),
  ...packagesHandlers(parts),
  ...explorerHandlers(parts),
  ...reportsHandlers(parts),
  ...actsHandlers(parts),
  ...closingHandlers(parts),
})
