import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { MappingSpec } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { targetsByColumn } from '../mapping.ts'
import styles from './imports.module.css'

type Props = { sample: CallOutput<'imports.getSample'>; spec: MappingSpec }

const MOST_ROWS = 6

/** The first rows as they stand in the file, with what each column is taken for. */
export function SampleTable({ sample: { header, rows }, spec }: Props) {
  const { t } = useText()
  const targets = targetsByColumn(spec)
  // A header may say the same twice: columns are told apart by their places.
  const columns = header.map((name, at) => ({ name, at, id: `${at} ${name}` }))
  const shown = rows.slice(0, MOST_ROWS).map((cells, at) => ({ cells, id: `row ${at}` }))
  return (
    <Table label={t('imports.wizardSample')} maxHeight={330} className={styles.sample}>
      <thead>
        <tr>
          {columns.map(({ id, name }) => {
            const target = targets.get(name)
            return (
              <Th key={id} className={styles.sampleHead}>
                <span className={styles.sampleName}>{name === '' ? '—' : name}</span>
                {target ? (
                  <Badge tone="info">{t(`imports.target.${target}`)}</Badge>
                ) : spec.tags.includes(name) ? (
                  <Badge>{t('imports.wizard.tag')}</Badge>
                ) : null}
              </Th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ cells, id }) => (
          <tr key={id}>
            {columns.map((column) => (
              <Td key={column.id} truncate={cells[column.at] ?? ''} className={styles.sampleCell}>
                {cells[column.at] ?? ''}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
