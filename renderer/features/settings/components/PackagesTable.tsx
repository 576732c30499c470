import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { PackageView } from '#shared/contract/packages.ts'
import { type Day, isDay } from '#shared/lib/day.ts'
import styles from './Packages.module.css'

type Props = { label: string; items: readonly PackageView[] }

export function PackagesTable({ label, items }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={label} maxHeight={420}>
      <thead>
        <tr>
          <Th>{t('packages.what')}</Th>
          <Th>{t('packages.made')}</Th>
          <Th>{t('packages.loadedAt')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <Td className={styles.cell}>
              <p className={styles.name}>{t(`packages.kind.${item.kind}`)}</p>
              <p className={styles.soft}>
                {item.name} · {item.version}
              </p>
              <Facts item={item} />
            </Td>
            <Td className={styles.cell}>
              <span title={format.instant(item.madeAtMs)}>{format.age(item.madeAtMs)}</span>
            </Td>
            <Td className={styles.cell} tone="muted">
              <p>{format.instant(item.loadedAtMs)}</p>
              <p>
                {[item.byName, t('packages.signedBy', { name: item.keyName })].filter(Boolean).join(' · ')}
              </p>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What is in it, in a sentence of its kind. */
function Facts({ item: { kind, facts } }: { item: PackageView }) {
  const { t } = useText()
  const format = useFormat()
  const number = (name: string): number => Number(facts[name] ?? 0)
  const text = (name: string): string => {
    const value = String(facts[name] ?? '')
    return isDay(value) ? format.day(value as Day) : value
  }
  const words = {
    rates: () =>
      [
        t('packages.facts.rates', {
          count: number('rates'),
          rates: format.number(number('rates')),
          currencies: text('currencies'),
          from: text('from'),
          until: text('until'),
        }),
        number('frozen') > 0 ? t('packages.facts.frozen', { count: number('frozen') }) : '',
      ].join(' '),
    prices: () =>
      t('packages.facts.prices', {
        count: number('items'),
        items: format.number(number('items')),
        providers: text('providers'),
      }),
    calendars: () => t('packages.facts.calendars', { years: text('years') }),
    licence: () => t('packages.facts.licence', { holder: text('holder'), until: text('until') }),
    updates: () => t('packages.facts.updates', { release: text('release'), count: number('files') }),
  }
  return <p className={styles.facts}>{words[kind]()}</p>
}
