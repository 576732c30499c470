import { Link } from 'wouter'
import { linkOfView, plainView } from '#renderer/app/costs/view-query.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import type { CostCondition } from '#shared/contract/costs.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import styles from '../business.module.css'
import { formatUnitMoney } from '../unit-money.ts'
import type { BusinessUrl } from '../url.ts'
import { useBinWords } from './use-bin-words.ts'
import {
  differenceOf,
  namedServices,
  signOf,
  type UnitCosts,
  type UnitDrivers,
  withoutMinus,
} from './view.ts'

type Props = { costs: UnitCosts; url: BusinessUrl }

/** Why a unit costs otherwise, in sentences that add up. */
export function Drivers({ costs, url }: Props) {
  const { t, language } = useText()
  const words = useBinWords()
  const { drivers, bins } = costs
  if (!drivers)
    return (
      <Card title={t('business.drivers.title')}>
        <p className={styles.soft}>{t('business.drivers.none')}</p>
      </Card>
    )
  const known = bins.filter(({ unitCost }) => unitCost !== null)
  const [first, last] = [known[0], known.at(-1)]
  const compared = t('business.drivers.compared', {
    before: first ? words.long({ from: first.from, to: drivers.beforeTo }) : '',
    after: last ? words.long({ from: drivers.afterFrom, to: last.to }) : '',
  })
  const unitMoney = (amount: string, sign = false): string =>
    formatUnitMoney(amount, costs.currency, language, { sign })
  return (
    <Card title={t('business.drivers.title')} subtitle={compared}>
      <div className={styles.prose}>
        <Change drivers={drivers} ratio={costs.trendRatio} money={unitMoney} />
        <Units drivers={drivers} money={unitMoney} />
        <Services drivers={drivers} money={unitMoney} url={url} />
      </div>
    </Card>
  )
}

type Told = { drivers: UnitDrivers; money: (amount: string, sign?: boolean) => string }

function Change({ drivers, money, ratio }: Told & { ratio: string | null }) {
  const { t } = useText()
  const format = useFormat()
  const change = differenceOf(drivers.after, drivers.before)
  const said = { before: money(drivers.before), after: money(drivers.after) }
  const sign = signOf(change)
  if (sign === 0) return <p>{t('business.drivers.same', said)}</p>
  if (ratio === null) return <p>{t('business.drivers.upFromNothing', said)}</p>
  return (
    <p className={styles.saying}>
      {t(sign > 0 ? 'business.drivers.up' : 'business.drivers.down', {
        ...said,
        amount: money(withoutMinus(change)),
        percent: format.percent(ratio, { sign: true }),
      })}
    </p>
  )
}

function Units({ drivers, money }: Told) {
  const { t } = useText()
  const format = useFormat()
  const sign = signOf(differenceOf(drivers.unitsAfter, drivers.unitsBefore))
  const said = {
    before: format.number(drivers.unitsBefore),
    after: format.number(drivers.unitsAfter),
    amount: money(drivers.byUnits, true),
  }
  if (sign === 0) return <p>{t('business.drivers.unitsSame', said)}</p>
  return <p>{t(sign > 0 ? 'business.drivers.unitsMore' : 'business.drivers.unitsFewer', said)}</p>
}

function Services({ drivers, money, url }: Told & { url: BusinessUrl }) {
  const { t } = useText()
  const sign = signOf(drivers.byCost)
  const { named, rest } = namedServices(drivers.services)
  const amount = money(drivers.byCost, true)
  const linkOf = (label: string | null): string => {
    const condition: CostCondition =
      label === null
        ? { dimension: 'service', op: 'empty', values: [] }
        : { dimension: 'service', op: 'is', values: [label] }
    const { metric, vat, period } = url
    const where = bothOf(url.where, [[condition]])
    return linkOfView({
      ...plainView,
      metric,
      vat,
      period,
      where,
      granularity: 'month',
      groupBy: ['resource'],
    })
  }
  return (
    <>
      <p>
        {sign === 0 && named.length === 0
          ? t('business.drivers.costSame')
          : t(sign < 0 ? 'business.drivers.costLess' : 'business.drivers.costMore', { amount })}
      </p>
      {named.length === 0 ? null : (
        <ul className={styles.services}>
          {named.map(({ label, amount: own }) => {
            const name = label ?? t('business.drivers.noService')
            return (
              <li key={label ?? ''}>
                <Link href={linkOf(label)} aria-label={t('business.drivers.openService', { name })}>
                  {name}
                </Link>
                <data value={own} data-sign={signOf(own)}>
                  {money(own, true)}
                </data>
              </li>
            )
          })}
          {rest ? (
            <li>
              <span className={styles.soft}>{t('business.drivers.rest', { count: rest.count })}</span>
              <data value={rest.amount} data-sign={signOf(rest.amount)}>
                {money(rest.amount, true)}
              </data>
            </li>
          ) : null}
        </ul>
      )}
    </>
  )
}
