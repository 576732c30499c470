import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import styles from './one-c.module.css'
import { SavedField } from './SavedField.tsx'
import { type Mapping, useMappingUpdate } from './use-mapping.ts'

type Props = { parts: Mapping['parts']; defaults: Mapping['defaults']; maySet: boolean }

const names = ['department', 'costAccount', 'article', 'project'] as const

/** What each value of the dimension is in 1C, the dearest first. */
export function PartsTable({ parts, defaults, maySet }: Props) {
  const { t } = useText()
  const { update } = useMappingUpdate()
  if (parts.length === 0) return <p className={styles.soft}>{t('oneC.partsNone')}</p>
  return (
    <>
      <p className={styles.soft}>{t('oneC.partsText')}</p>
      <Table label={t('oneC.parts')} maxHeight={520}>
        <thead>
          <tr>
            <Th>{t('oneC.part')}</Th>
            {names.map((name) => (
              <Th key={name}>{t(`oneC.${name}`)}</Th>
            ))}
            <Th>{t('oneC.status')}</Th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name: told, isMapped, ...part }) => {
            const title = told || t('oneC.nobody')
            return (
              <tr key={part.key}>
                <Td tone={told ? 'strong' : 'muted'}>{title}</Td>
                {names.map((name) => {
                  const usual = name === 'department' ? '' : defaults[name]
                  return (
                    <Td key={name}>
                      <SavedField
                        isLabelHidden
                        label={t('oneC.accountOf', { field: t(`oneC.${name}`), name: title })}
                        placeholder={usual ? t('oneC.usual', { value: usual }) : undefined}
                        value={part[name]}
                        isFixed={!maySet}
                        maxLength={name === 'costAccount' ? 40 : 200}
                        onSave={(value) => update({ part: { ...part, [name]: value } })}
                      />
                    </Td>
                  )
                })}
                <Td>
                  <Badge tone={isMapped ? 'ok' : 'warn'}>
                    {t(isMapped ? 'oneC.mapped' : 'oneC.notMapped')}
                  </Badge>
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
