import { Lightbulb } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { ColumnId } from '../columns.ts'
import { useSizes } from '../use-sizes.ts'
import { statusTone } from '../view.ts'
import styles from './ResourcesTable.module.css'
import { TagList } from './TagList.tsx'

/** What a column says of a resource, on one line. */
export function ResourceCell({ item, column }: { item: ResourceView; column: ColumnId }) {
  const { t } = useText()
  const format = useFormat()
  const sizes = useSizes()
  switch (column) {
    case 'type':
      return <Cut text={t(`resources.type.${item.type}`)} />
    case 'status':
      return (
        <Badge tone={statusTone(item.status)} hasDot>
          {t(`resources.status.${item.status}`)}
        </Badge>
      )
    case 'dailyCost':
      return <Cost money={item.dailyCost} />
    case 'monthlyCost':
      return <Cost money={item.monthlyCost} />
    case 'spend':
      return <Cost money={item.spend} />
    case 'connection':
      return <Cut text={item.connectionName} />
    case 'region':
      return <Cut text={item.region} />
    case 'service':
      return <Cut text={item.service} />
    case 'size':
      return <Cut text={sizes(item).join(' · ')} />
    case 'address':
      return <Cut text={item.address} />
    case 'externalId':
      return <Cut text={item.externalId} />
    case 'owner':
      return <Cut text={item.owner} />
    case 'project':
      return <Cut text={item.project} />
    case 'tags':
      return <TagList tags={item.tags} />
    case 'renewsOn':
      return item.renewsOn === null ? <None /> : format.day(item.renewsOn)
    case 'firstSeen':
      return <Cut text={format.age(item.firstSeenAtMs)} title={format.instant(item.firstSeenAtMs)} />
    case 'advice':
      return item.recommendations === 0 ? (
        <None />
      ) : (
        <span className={styles.advice} title={t('resources.adviceCount', { count: item.recommendations })}>
          <Lightbulb size={14} aria-hidden />
          {item.recommendations}
        </span>
      )
  }
}

const None = () => <span className={styles.soft}>—</span>

const Cost = ({ money }: { money: MoneyView | null }) => (money ? <Amount money={money} /> : <None />)

const Cut = ({ text, title }: { text: string | null; title?: string }) =>
  text === null || text === '' ? (
    <None />
  ) : (
    <span className={styles.cut} title={title ?? text}>
      {text}
    </span>
  )
