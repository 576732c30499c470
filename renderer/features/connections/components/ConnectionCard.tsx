import { RefreshCw } from 'lucide-react'
import { Link } from 'wouter'
import { RunProgress } from '#renderer/app/sync/RunProgress.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'
import type { RunView } from '#shared/contract/sync.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { CardActions } from '../card-actions.ts'
import { useMayAct } from '../use-may-act.ts'
import { isSyncable, STATUS_TONES, shownStatus, urgencyOf, wholeDays } from '../view.ts'
import { AccountPanel } from './AccountPanel.tsx'
import { CardFoot } from './CardFoot.tsx'
import { CardMenu } from './CardMenu.tsx'
import styles from './ConnectionCard.module.css'
import { Fact } from './Fact.tsx'
import { FilesFigures } from './FilesFigures.tsx'
import { FilesFoot } from './FilesFoot.tsx'
import { Trouble } from './Trouble.tsx'

type Props = { item: ConnectionView; run: RunView | undefined; actions: CardActions }

export function ConnectionCard({ item, run, actions }: Props) {
  const { t, language } = useText()
  const mayAct = useMayAct() !== 'look'
  const status = shownStatus(item, run)
  const isArchived = item.status === 'archived'
  const isFromFiles = item.source === 'files'
  return (
    <li
      className={styles.card}
      aria-labelledby={`connection-${item.id}`}
      data-archived={isArchived || undefined}
    >
      <header className={styles.head}>
        <ProviderMark provider={item.provider} size={40} />
        <div className={styles.names}>
          <h2 id={`connection-${item.id}`} className={styles.name}>
            {item.name}
          </h2>
          <p className={styles.soft}>
            {providerName(item.provider, language)}, {t('connections.account', { ref: item.accountRef })}
          </p>
        </div>
        <Badge tone={STATUS_TONES[status]} hasDot>
          {t(`connections.status.${status}`)}
        </Badge>
        <CardMenu item={item} isRunning={run !== undefined} actions={actions} />
      </header>
      <Figures item={item} />
      {run ? <RunProgress run={run} /> : null}
      <Trouble item={item} onEdit={mayAct ? () => actions.edit(item) : undefined} />
      {isFromFiles ? null : (
        <Disclosure label={t('connections.info')}>
          <AccountPanel item={item} />
        </Disclosure>
      )}
      <footer className={styles.foot}>
        {isFromFiles ? <FilesFoot item={item} /> : <CardFoot item={item} />}
        {mayAct && !run && isArchived && !isFromFiles ? (
          <Button size="sm" onClick={() => actions.reconnect(item)}>
            {t('connections.reconnect')}
          </Button>
        ) : null}
        {mayAct && !run && isSyncable(item) ? (
          <Button
            size="sm"
            icon={RefreshCw}
            aria-label={t('connections.syncOf', { name: item.name })}
            onClick={() => actions.sync(item)}
          >
            {t('connections.sync')}
          </Button>
        ) : null}
      </footer>
    </li>
  )
}

/** What it costs stands first, by the day and by the month. */
function Figures({ item }: { item: ConnectionView }) {
  return (
    <dl className={styles.figures}>
      {item.source === 'files' ? (
        <FilesFigures item={item} />
      ) : (
        <>
          <Costs item={item} />
          <Inventory item={item} />
        </>
      )}
    </dl>
  )
}

/** What only the provider can tell: files hold bills, no inventory and no balance. */
function Inventory({ item }: { item: ConnectionView }) {
  const { t } = useText()
  const format = useFormat()
  const { id, resources, activeResources, balance, daysLeft } = item
  const tones = { calm: undefined, soon: 'warn', now: 'bad' } as const
  return (
    <>
      <Fact
        label={t('connections.resources')}
        note={t('connections.resourcesOf', { count: activeResources })}
      >
        <Link href={`/resources?connectionId=${encodeURIComponent(id)}`}>{format.number(resources)}</Link>
      </Fact>
      <Fact
        label={t('connections.balance')}
        tone={tones[urgencyOf(daysLeft)]}
        note={
          daysLeft === null
            ? undefined
            : wholeDays(daysLeft) === 0
              ? t('connections.daysLeftNone')
              : t('connections.daysLeft', { count: wholeDays(daysLeft) })
        }
      >
        {balance ? <Amount money={balance} /> : '—'}
      </Fact>
    </>
  )
}

function Costs({ item: { dailyCost, monthlyCost } }: { item: ConnectionView }) {
  const { t } = useText()
  if (!dailyCost && !monthlyCost)
    return <Fact label={t('connections.costs')}>{t('connections.noCosts')}</Fact>
  return (
    <div>
      <dt className="visually-hidden">{t('connections.perDay')}</dt>
      <dd className={styles.daily}>
        {dailyCost ? <Amount money={dailyCost} /> : '—'}{' '}
        <span className={styles.unit} aria-hidden>
          {t('connections.perDay')}
        </span>
      </dd>
      <dt className="visually-hidden">{t('connections.perMonth')}</dt>
      <dd className={styles.soft}>
        {monthlyCost ? <Amount money={monthlyCost} /> : '—'}{' '}
        <span aria-hidden>{t('connections.perMonth')}</span>
      </dd>
    </div>
  )
}
