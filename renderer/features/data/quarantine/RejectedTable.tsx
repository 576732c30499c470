import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { reasonWords } from '../view.ts'
import styles from './QuarantineTab.module.css'

type Item = CallOutput<'imports.listRejected'>['items'][number]

type Props = {
  items: readonly Item[]
  isBusy: boolean
  /** Rows of several files: each says which. */
  hasFile: boolean
  onImport: (id: number) => void
}

export function RejectedTable({ items, isBusy, hasFile, onImport }: Props) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Table label={t('data.q.table')} isBusy={isBusy} className={styles.table}>
      <thead>
        <tr>
          {hasFile ? <Th>{t('data.q.file')}</Th> : null}
          <Th align="end">{t('data.q.line')}</Th>
          <Th>{t('data.q.reason')}</Th>
          <Th>{t('data.q.value')}</Th>
          <Th>{t('data.q.text')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            {hasFile ? (
              <Td className={styles.file}>
                <button
                  type="button"
                  className={styles.link}
                  title={item.fileName}
                  onClick={() => onImport(item.importId)}
                >
                  {item.fileName}
                </button>
              </Td>
            ) : null}
            <Td align="end">{format.number(item.line)}</Td>
            <Td className={styles.reason}>{reasonWords(item.reason, t)}</Td>
            <Td className={styles.value}>
              {item.column === null ? (
                '—'
              ) : (
                <>
                  <span className={styles.column}>{item.column}</span>
                  <code>{item.value === null || item.value === '' ? t('data.q.empty') : item.value}</code>
                </>
              )}
            </Td>
            <Td className={styles.text}>
              <code title={item.text}>{item.text}</code>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
