import { useText } from '#renderer/i18n/use-text.ts'
import styles from './one-c.module.css'
import { SavedField } from './SavedField.tsx'
import { type Mapping, useMappingUpdate } from './use-mapping.ts'

type Props = { defaults: Mapping['defaults']; maySet: boolean }

const names = ['costAccount', 'item', 'article', 'project'] as const
const longest = { costAccount: 40, item: 200, article: 200, project: 200 }

/** What every row has unless its account or part says otherwise. */
export function DefaultsFields({ defaults, maySet }: Props) {
  const { t } = useText()
  const { update } = useMappingUpdate()
  return (
    <div className={styles.fields}>
      {names.map((name) => (
        <SavedField
          key={name}
          label={t(`oneC.${name}`)}
          hint={name === 'item' ? t('oneC.itemHint') : undefined}
          value={defaults[name]}
          isFixed={!maySet}
          maxLength={longest[name]}
          onSave={(value) => update({ defaults: { ...defaults, [name]: value } })}
        />
      ))}
    </div>
  )
}
