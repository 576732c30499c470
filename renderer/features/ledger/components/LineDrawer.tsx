import { useQueryClient } from '@tanstack/react-query'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Drawer } from '#renderer/ui/Drawer.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { currencies } from '#shared/lib/currency.ts'
import type { LedgerUrl, LinesBase } from '../url.ts'
import { lineAt } from '../use-lines.ts'
import { LineColumns } from './LineColumns.tsx'
import styles from './LineDrawer.module.css'

type Props = {
  base: LinesBase
  /** Where the line stands; null: none is open. */
  index: number | null
  total: number
  onIndex: (index: number) => void
  onFilter: (patch: Partial<LedgerUrl>) => void
  onClose: () => void
}

/** One line with all of its columns, and where it came from. */
export function LineDrawer({ base, index, total, onIndex, onFilter, onClose }: Props) {
  const { t } = useText()
  const client = useQueryClient()
  const line = index === null ? undefined : lineAt(client, base, index)
  const at = index ?? 0
  const isThere = (next: number): boolean => lineAt(client, base, next) !== undefined
  return (
    <Drawer
      label={t('ledger.line')}
      isOpen={line !== undefined}
      onClose={onClose}
      head={line ? <Head line={line} /> : null}
      actions={
        <>
          <IconButton
            icon={ChevronUp}
            size="sm"
            label={t('ledger.previousLine')}
            disabled={at === 0 || !isThere(at - 1)}
            onClick={() => onIndex(at - 1)}
          />
          <IconButton
            icon={ChevronDown}
            size="sm"
            label={t('ledger.nextLine')}
            disabled={at + 1 >= total || !isThere(at + 1)}
            onClick={() => onIndex(at + 1)}
          />
        </>
      }
    >
      {line ? (
        <div className={styles.body}>
          <Origin line={line} />
          <Ways line={line} onFilter={onFilter} />
          <LineColumns line={line} />
        </div>
      ) : null}
    </Drawer>
  )
}

function Head({ line: { day, columns } }: { line: LedgerLineView }) {
  const format = useFormat()
  const currency = currencies.find((each) => each === columns.BillingCurrency)
  return (
    <>
      <p className={styles.soft}>
        {format.day(day)} · {columns.ServiceName}
      </p>
      <h2 className={styles.name}>
        {columns.ChargeDescription ?? columns.ResourceName ?? columns.ServiceName}
      </h2>
      {currency && columns.BilledCost ? (
        <p className={styles.cost}>
          <Amount money={{ amount: columns.BilledCost, currency }} />
        </p>
      ) : null}
    </>
  )
}

/** From what file and which of its lines, or by the API. */
function Origin({ line: { importId, sourceLine, connectionId } }: { line: LedgerLineView }) {
  const { t } = useText()
  const format = useFormat()
  const { data } = useCall('imports.get', { id: importId ?? 1 }, { enabled: importId !== null })
  const connections = useCall('connections.list', { hasArchived: true })
  const account = connections.data?.items.find(({ id }) => id === connectionId)?.name ?? connectionId
  return (
    <dl className={styles.origin}>
      <div>
        <dt>{t('ledger.account')}</dt>
        <dd>{account}</dd>
      </div>
      <div>
        <dt>{t('ledger.origin')}</dt>
        <dd>
          {importId === null ? (
            t('ledger.fromApi')
          ) : (
            <>
              <Link href={`/data?open=${importId}`}>{data?.item.fileName ?? t('ledger.fromFile')}</Link>
              {sourceLine === null ? null : `, ${t('ledger.atLine', { line: format.number(sourceLine) })}`}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** The neighbours of a line: of the same resource, or of the same service. */
function Ways({ line: { columns }, onFilter }: { line: LedgerLineView } & Pick<Props, 'onFilter'>) {
  const { t } = useText()
  const { ResourceId: resource, ServiceName: service } = columns
  if (!resource && !service) return null
  return (
    <div className={styles.ways}>
      {resource ? (
        <Button size="sm" onClick={() => onFilter({ resource })}>
          {t('ledger.allOfResource')}
        </Button>
      ) : null}
      {service ? (
        <Button size="sm" onClick={() => onFilter({ service })}>
          {t('ledger.allOfService')}
        </Button>
      ) : null}
    </div>
  )
}
