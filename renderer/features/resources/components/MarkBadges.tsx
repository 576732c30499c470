import { CircleHelp, Clock, Ghost, Unlink } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import styles from './MarkBadges.module.css'

type Props = {
  item: Pick<ResourceView, 'marks' | 'staleSinceMs'>
  /** Icons with their words as titles: a line of a table has no room for more. */
  isShort?: boolean
}

const ICONS = { zombie: Ghost, orphan: Unlink, unrecognised: CircleHelp } as const

/** What is wrong with a resource at a glance, and whether what is shown of it is old. */
export function MarkBadges({ item, isShort = false }: Props) {
  const { t } = useText()
  const format = useFormat()
  const age = item.staleSinceMs === null ? null : format.age(item.staleSinceMs)
  const marks = item.marks.map((mark) => ({
    id: mark as string,
    tone: mark === 'zombie' ? ('bad' as const) : ('warn' as const),
    icon: ICONS[mark],
    text: t(`resources.mark.${mark}`),
    title: t(`resources.markWhy.${mark}`),
  }))
  if (age !== null) {
    const stale = { id: 'stale', tone: 'warn' as const, icon: Clock, text: t('resources.stale', { age }) }
    marks.push({ ...stale, title: t('resources.staleWhy') })
  }
  if (marks.length === 0) return null
  if (!isShort) {
    return marks.map(({ id, tone, icon, text, title }) => (
      <span key={id} title={title}>
        <Badge tone={tone} icon={icon}>
          {text}
        </Badge>
      </span>
    ))
  }
  return (
    <span className={styles.icons}>
      {marks.map(({ id, tone, icon: Icon, text }) => (
        <span key={id} className={styles.icon} data-tone={tone} title={text}>
          <Icon size={14} aria-hidden />
          <span className="visually-hidden">{text}</span>
        </span>
      ))}
    </span>
  )
}
