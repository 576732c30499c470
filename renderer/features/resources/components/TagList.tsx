import { useText } from '#renderer/i18n/use-text.ts'
import type { ResourceView } from '#shared/contract/resources.ts'
import { splitTags, tagText } from '../view.ts'
import styles from './TagList.module.css'

type Props = { tags: ResourceView['tags']; most?: number }

export function TagList({ tags, most = 1 }: Props) {
  const { t } = useText()
  if (tags.length === 0) return <span className={styles.none}>—</span>
  const { shown, rest } = splitTags(tags, most)
  const more = t('resources.moreTags', { count: rest.length, list: rest.map(tagText).join(', ') })
  return (
    <ul className={styles.list}>
      {shown.map((tag) => (
        <li key={tag.key} className={styles.tag} title={tagText(tag)}>
          {tagText(tag)}
        </li>
      ))}
      {rest.length > 0 ? (
        <li className={styles.more} title={more}>
          <span aria-hidden>+{rest.length}</span>
          <span className="visually-hidden">{more}</span>
        </li>
      ) : null}
    </ul>
  )
}
