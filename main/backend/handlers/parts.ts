import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { BackupsService } from '#main/services/backups/backups.service.ts'
import type { DemoService } from '#main/services/demo/demo.service.ts'
import type { PeopleService } from '#main/services/people/people.service.ts'
import type { SettingsService } from '#main/services/settings/settings.service.ts'
import type { Store } from '#main/store/store.ts'

/** What handlers are made from. */
export type Parts = {
  ports: Ports
  store: Store
  demo: DemoService
  people: PeopleService
  settings: SettingsService
  backups: BackupsService
  scopeOf(session: Session): Scope
}
