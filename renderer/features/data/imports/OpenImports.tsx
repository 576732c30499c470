import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import type { ImportView } from '#shared/contract/imports.ts'
import styles from './imports.module.css'
import { LoadAll } from './LoadAll.tsx'
import { OpenImport } from './OpenImport.tsx'

/** Files that are read or wait for somebody's word. */
export function OpenImports({
  items,
  onOpen,
}: {
  items: readonly ImportView[]
  onOpen: (id: number) => void
}) {
  const { t } = useText()
  const may = useMayImport()
  return (
    <Card
      title={t('imports.open')}
      subtitle={t('imports.openText')}
      padding="none"
      actions={may === 'take' ? <LoadAll items={items} /> : null}
    >
      <ul className={styles.rows}>
        {items.map((item) => (
          <OpenImport key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
    </Card>
  )
}
