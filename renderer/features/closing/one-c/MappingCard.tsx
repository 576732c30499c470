import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { AccountsTable } from './AccountsTable.tsx'
import { DefaultsFields } from './DefaultsFields.tsx'
import styles from './one-c.module.css'
import { PartsTable } from './PartsTable.tsx'
import { MAPPING_ID, type Mapping, useMappingUpdate } from './use-mapping.ts'

type Props = { mapping: Mapping; maySet: boolean }

/** What 1C calls accounts and departments, and what acts are split by. */
export function MappingCard({ mapping, maySet }: Props) {
  const { t } = useText()
  const { options, nameOf } = useDimensions()
  const { update } = useMappingUpdate()
  const { splitBy, defaults, accounts, parts } = mapping
  const split = (picked: string | null): void => {
    const found = options.find(({ value }) => value === picked)
    void update({ splitBy: found?.value ?? null })
  }
  return (
    <Card title={t('oneC.mapping')} subtitle={t('oneC.mappingText')}>
      <div className={styles.stack} id={MAPPING_ID}>
        <div className={styles.section}>
          <h3 className={styles.title}>{t('oneC.defaults')}</h3>
          <DefaultsFields defaults={defaults} maySet={maySet} />
        </div>
        {accounts.length > 0 ? (
          <div className={styles.section}>
            <h3 className={styles.title}>{t('oneC.accounts')}</h3>
            <AccountsTable accounts={accounts} maySet={maySet} />
          </div>
        ) : null}
        <div className={styles.section}>
          <h3 className={styles.title}>{t('oneC.parts')}</h3>
          <div className={styles.split}>
            {maySet ? (
              <Combobox
                label={t('oneC.splitBy')}
                value={splitBy}
                valueLabel={splitBy === null ? undefined : nameOf(splitBy)}
                options={options}
                onChange={split}
              />
            ) : (
              <span>
                {t('oneC.splitBy')}: {splitBy === null ? '—' : nameOf(splitBy)}
              </span>
            )}
            <span className={styles.soft}>{t(splitBy === null ? 'oneC.splitNone' : 'oneC.splitText')}</span>
          </div>
          {splitBy === null ? null : <PartsTable {...{ parts, defaults, maySet }} />}
        </div>
      </div>
    </Card>
  )
}
