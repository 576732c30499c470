import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { WorkedTags } from '#main/queries/allocation/worked-tags.ts'
import type { Scope } from '#main/queries/scope.ts'
import type { AccessService } from '#main/services/access/access.service.ts'
import type { ActsService } from '#main/services/acts/acts.service.ts'
import type { PaymentsService } from '#main/services/acts/payments.service.ts'
import type { AllocationService } from '#main/services/allocation/allocation.service.ts'
import type { BackupsService } from '#main/services/backups/backups.service.ts'
import type { BusinessService } from '#main/services/business/business.service.ts'
import type { ConnectionsService } from '#main/services/connections/connections.service.ts'
import type { DemoService } from '#main/services/demo/demo.service.ts'
import type { ExportsService } from '#main/services/exports/exports.service.ts'
import type { FocusExportService } from '#main/services/focus-export/focus-export.service.ts'
import type { ImportsService } from '#main/services/imports/imports.service.ts'
import type { InventoryService } from '#main/services/inventory/inventory.service.ts'
import type { MailService } from '#main/services/mail/mail.service.ts'
import type { NetworkService } from '#main/services/network/network.service.ts'
import type { OneCService } from '#main/services/one-c/one-c.service.ts'
import type { PackagesService } from '#main/services/packages/packages.service.ts'
import type { PeopleService } from '#main/services/people/people.service.ts'
import type { MonthsService } from '#main/services/rates/months.service.ts'
import type { RatesService } from '#main/services/rates/rates.service.ts'
import type { ReconciliationService } from '#main/services/reconciliation/reconciliation.service.ts'
import type { ReportsService } from '#main/services/reports/reports.service.ts'
import type { SettingsService } from '#main/services/settings/settings.service.ts'
import type { SyncService } from '#main/services/sync/sync.service.ts'
import type { TableExportService } from '#main/services/table-export/table-export.service.ts'
import type { TransferService } from '#main/services/transfer/transfer.service.ts'
import type { VatService } from '#main/services/vat/vat.service.ts'
import type { VaultService } from '#main/services/vault/vault.service.ts'
import type { ViewsService } from '#main/services/views/views.service.ts'
import type { Store } from '#main/store/store.ts'

/** What handlers are made from. */
export type Parts = {
  ports: Ports
  store: Store
  demo: DemoService
  people: PeopleService
  access: AccessService
  settings: SettingsService
  backups: BackupsService
  vault: VaultService
  network: NetworkService
  connections: ConnectionsService
  sync: SyncService
  inventory: InventoryService
  imports: ImportsService
  exports: ExportsService
  focusExport: FocusExportService
  tableExport: TableExportService
  rates: RatesService
  months: MonthsService
  allocation: AllocationService
  worked: WorkedTags
  business: BusinessService
  views: ViewsService
  vat: VatService
  packages: PackagesService
  transfer: TransferService
  reconciliation: ReconciliationService
  oneC: OneCService
  acts: ActsService
  payments: PaymentsService
  reports: ReportsService
  mail: MailService
  scopeOf(session: Session): Scope
}
