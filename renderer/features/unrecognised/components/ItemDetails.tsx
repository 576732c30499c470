import { Link } from 'wouter'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { CodeBlock } from '#renderer/ui/CodeBlock.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { Unrecognised } from '../view.ts'
import styles from './ItemDetails.module.css'
import { NoteForm } from './NoteForm.tsx'
import { ResolveButton } from './ResolveButton.tsx'
import { TypeForm } from './TypeForm.tsx'

/** The bill's own record, where it was met, and what can be said about it. */
export function ItemDetails({ item }: { item: Unrecognised }) {
  const { t } = useText()
  const format = useFormat()
  const { role } = useSession()
  const canAct = isGranted(role, 'settings.write')
  const facts = [
    { name: t('unrecognised.externalId'), value: item.externalId },
    { name: t('unrecognised.service'), value: item.service },
    { name: t('unrecognised.kind'), value: item.kind },
    { name: t('unrecognised.metrics'), value: item.metrics.join(', ') },
    { name: t('unrecognised.firstSeen'), value: format.instant(item.firstSeenAtMs) },
    { name: t('unrecognised.lastSeen'), value: format.instant(item.lastSeenAtMs) },
  ].filter(({ value }) => value !== '')
  return (
    <div className={styles.details}>
      <div className={styles.known}>
        <dl className={styles.facts}>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {item.resourceId === null ? null : (
          <p>
            <Link href={`/resources?open=${item.resourceId}`}>{t('unrecognised.toResource')}</Link>
          </p>
        )}
        {item.resolvedAtMs === null ? null : (
          <p className={styles.soft}>
            {item.resolvedByName === null
              ? t('unrecognised.resolvedAt', { at: format.instant(item.resolvedAtMs) })
              : t('unrecognised.resolvedBy', {
                  name: item.resolvedByName,
                  at: format.instant(item.resolvedAtMs),
                })}
          </p>
        )}
        {canAct ? (
          <>
            <TypeForm item={item} />
            <NoteForm item={item} />
            <ResolveButton item={item} />
          </>
        ) : (
          <>
            {item.note === null ? null : <p className={styles.note}>{item.note}</p>}
            <p className={styles.soft}>{t('unrecognised.readOnly')}</p>
          </>
        )}
      </div>
      <CodeBlock label={t('unrecognised.rawOf', { name: item.name })} text={item.raw} />
    </div>
  )
}
