import { useQueryClient } from '@tanstack/react-query'
import { Link, useRoute } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'
import type { PageEntry } from '../pages.ts'
import styles from './NavItem.module.css'
import { warmPage } from './warm-page.ts'

export function NavItem({ page, isRail }: { page: PageEntry; isRail: boolean }) {
  const { t } = useText()
  const [isHere] = useRoute(page.path)
  const client = useQueryClient()
  const warm = (): void => warmPage(page.path, client)
  const { icon: Icon } = page
  const label = t(`shell.${page.id}`)
  const link = (
    <Link
      href={page.path}
      className={styles.link}
      onPointerEnter={warm}
      onFocus={warm}
      data-rail={isRail ? '' : undefined}
      aria-current={isHere ? 'page' : undefined}
      {...(isRail ? { 'aria-label': label } : {})}
    >
      <Icon size={18} strokeWidth={1.8} aria-hidden />
      {isRail ? null : <span className={styles.label}>{label}</span>}
    </Link>
  )
  return (
    <li>
      {isRail ? (
        <Tooltip text={label} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}
