import { useText } from '#renderer/i18n/use-text.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { listPageActions } from '../page-actions.ts'
import { pages } from '../pages.ts'
import { useSession } from '../use-session.ts'
import { controlKey } from './control-key.ts'
import styles from './KeysList.module.css'

type Line = { id: string; label: string; keys: readonly string[]; joint?: string }
type Section = { id: string; title: string; lines: readonly Line[] }

/** Every key of the program; the sheet and the About page show the same list. */
export function KeysList() {
  const { t } = useText()
  const { hasPassword } = useSession()
  const actions = listPageActions().filter(({ keys }) => keys)
  const or = t('palette.keys.or')
  const then = t('palette.keys.then')
  const sections: readonly Section[] = [
    {
      id: 'everywhere',
      title: t('palette.keys.everywhere'),
      lines: [
        { id: 'palette', label: t('palette.keys.palette'), keys: [controlKey('K')] },
        { id: 'sheet', label: t('palette.keys.sheet'), keys: ['?'] },
        { id: 'refresh', label: t('palette.keys.refresh'), keys: ['F5', controlKey('R')], joint: or },
        { id: 'sidebar', label: t('palette.keys.sidebar'), keys: ['['] },
        ...(hasPassword
          ? [{ id: 'lock', label: t('palette.keys.lock'), keys: [controlKey('Shift L')] }]
          : []),
        { id: 'escape', label: t('palette.keys.escape'), keys: ['Esc'] },
      ],
    },
    {
      id: 'lists',
      title: t('palette.keys.lists'),
      lines: [
        { id: 'move', label: t('palette.keys.move'), keys: ['↑', '↓'] },
        { id: 'choose', label: t('palette.keys.choose'), keys: ['Enter'] },
      ],
    },
    ...(actions.length > 0
      ? [
          {
            id: 'page',
            title: t('palette.keys.page'),
            lines: actions.map(({ id, label, keys }) => ({ id, label, keys: [(keys ?? '').toUpperCase()] })),
          },
        ]
      : []),
    {
      id: 'go',
      title: t('palette.keys.go'),
      lines: [
        ...pages.map((page) => ({
          id: page.id,
          label: t(`shell.${page.id}`),
          keys: ['G', page.goKey.toUpperCase()],
          joint: then,
        })),
        {
          id: 'digits',
          label: t('palette.keys.altDigits'),
          keys: ['Alt 1', `Alt ${Math.min(9, pages.length)}`],
          joint: '…',
        },
      ],
    },
  ]
  return (
    <div className={styles.columns}>
      {sections.map(({ id, title, lines }) => (
        <section key={id} className={styles.section}>
          <h3 className={styles.title}>{title}</h3>
          <dl>
            {lines.map((line) => (
              <div key={line.id} className={styles.line}>
                <dt>{line.label}</dt>
                <dd className={styles.keys}>
                  {line.keys.map((key, i) => (
                    <span key={key} className={styles.key}>
                      {i > 0 && line.joint ? <span className={styles.joint}>{line.joint}</span> : null}
                      <Kbd>{key}</Kbd>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
