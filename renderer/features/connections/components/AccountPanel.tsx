import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge, type Tone } from '#renderer/ui/Badge.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import type { AccountView, ConnectionView } from '#shared/contract/connections.ts'
import { fillOf, fillTone, wordFor } from '../view.ts'
import styles from './AccountPanel.module.css'
import { Fact } from './Fact.tsx'

const STATUS_TONES: Record<AccountView['status'], Tone> = {
  active: 'ok',
  suspended: 'warn',
  blocked: 'bad',
  unknown: 'neutral',
}

/** What the provider says of the account itself. */
export function AccountPanel({ item }: { item: ConnectionView }) {
  const { t } = useText()
  const format = useFormat()
  const { account, accountAtMs } = item
  if (!account) return <p className={styles.soft}>{t('connections.info.none')}</p>
  const { plan, isYearlyPlan, balances, daily, monthly, yearly, limits, server, software } = account
  return (
    <div className={styles.panel}>
      <dl className={styles.facts}>
        <Fact label={t('connections.info.ref')}>{account.ref}</Fact>
        {account.name && account.name !== account.ref ? (
          <Fact label={t('connections.info.name')}>{account.name}</Fact>
        ) : null}
        <Fact label={t('connections.info.status')}>
          <Badge tone={STATUS_TONES[account.status]} hasDot>
            {t(`connections.info.status.${account.status}`)}
          </Badge>
        </Fact>
        {plan === null ? null : <Fact label={t('connections.info.plan')}>{plan}</Fact>}
        {isYearlyPlan === null ? null : (
          <Fact label={t('connections.info.yearly')}>
            {t(isYearlyPlan ? 'connections.info.yearly.yes' : 'connections.info.yearly.no')}
          </Fact>
        )}
        {daily ? (
          <Fact label={t('connections.info.rateDaily')}>
            <Amount money={daily} />
          </Fact>
        ) : null}
        {monthly ? (
          <Fact label={t('connections.info.rateMonthly')}>
            <Amount money={monthly} />
          </Fact>
        ) : null}
        {yearly ? (
          <Fact label={t('connections.info.rateYearly')}>
            <Amount money={yearly} />
          </Fact>
        ) : null}
        {balances.map(({ code, amount }) => (
          <Fact
            key={code}
            label={`${t('connections.info.balances')}: ${wordFor('balance', code, t).toLowerCase()}`}
          >
            <Amount money={amount} />
          </Fact>
        ))}
      </dl>
      <Limits limits={limits} />
      <Pairs
        title={t('connections.info.server')}
        pairs={server.map(({ code, value }) => [code, wordFor('server', code, t), value])}
      />
      <Pairs
        title={t('connections.info.software')}
        pairs={software.map(({ code, version }) => [code, code, version])}
      />
      {accountAtMs === null ? null : (
        <p className={styles.soft}>{t('connections.info.at', { when: format.instant(accountAtMs) })}</p>
      )}
    </div>
  )
}

function Limits({ limits }: Pick<AccountView, 'limits'>) {
  const { t } = useText()
  const format = useFormat()
  if (limits.length === 0) return null
  const amountOf = (value: number, unit: 'count' | 'mb'): string =>
    unit === 'mb' ? format.bytes(value * 1024 * 1024) : format.number(value)
  return (
    <section>
      <h3 className={styles.title}>{t('connections.info.limits')}</h3>
      <ul className={styles.limits}>
        {limits.map((item) => {
          const { code, used, limit, unit } = item
          const fill = fillOf(item)
          const label = wordFor('limit', code, t)
          const words =
            limit === null
              ? t('connections.info.noLimit', { used: amountOf(used, unit) })
              : t('connections.info.limit', { used: amountOf(used, unit), limit: amountOf(limit, unit) })
          return (
            <li key={code} className={styles.limit}>
              <span className={styles.limitName}>{label}</span>
              <span className={styles.limitWords}>{words}</span>
              {fill === null ? null : (
                <ProgressBar label={label} ratio={fill} tone={fillTone(fill)} valueText={words} size="sm" />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Pairs({ title, pairs }: { title: string; pairs: readonly (readonly [string, string, string])[] }) {
  if (pairs.length === 0) return null
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.facts}>
        {pairs.map(([key, label, value]) => (
          <Fact key={key} label={label}>
            {value}
          </Fact>
        ))}
      </dl>
    </section>
  )
}
