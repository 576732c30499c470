import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { Sums } from '../components/Sums.tsx'
import type { PreviewView } from '../coverage.ts'
import styles from './rules.module.css'

/** What each value gets by the rules as they stand. */
export function PartSums({ parts }: { parts: PreviewView['parts'] }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <section className={styles.part} aria-label={t('allocation.parts')}>
      <h3 className={styles.caption}>{t('allocation.parts')}</h3>
      {parts.length === 0 ? (
        <p className={styles.soft}>{t('allocation.partsNone')}</p>
      ) : (
        <Table label={t('allocation.partsTable')} maxHeight={260} className={styles.tight}>
          <thead>
            <tr>
              <Th>{t('allocation.part')}</Th>
              <Th align="end">{t('allocation.partResources')}</Th>
              <Th align="end">{t('allocation.partCost')}</Th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ part, resources, costs }) => (
              <tr key={part}>
                <Td truncate={part}>{part}</Td>
                <Td align="end">{format.number(resources)}</Td>
                <Td align="end">
                  <Sums costs={costs} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
