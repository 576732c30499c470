import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './BulkDialog.module.css'
import { BulkDialog } from './BulkDialog.tsx'
import { useUpdateMany } from './use-update-many.ts'

const fields = ['owner', 'project', 'businessUnit', 'environment'] as const
type FieldName = (typeof fields)[number]
const actions = ['keep', 'set', 'giveBack'] as const
type Choice = { does: (typeof actions)[number]; text: string }
type Choices = Record<FieldName, Choice>

const untouched: Choices = {
  owner: { does: 'keep', text: '' },
  project: { does: 'keep', text: '' },
  businessUnit: { does: 'keep', text: '' },
  environment: { does: 'keep', text: '' },
}

type Props = { ids: ReadonlySet<number>; isOpen: boolean; onClose: () => void }

/** Whose they are: each field is left alone, set by hand, or given back to the provider. */
export function FieldsDialog({ ids, isOpen, onClose }: Props) {
  const { t } = useText()
  const [choices, setChoices] = useState(untouched)
  const [isTried, setTried] = useState(false)
  const { run, isPending, error, reset } = useUpdateMany()
  const isMissing = (name: FieldName): boolean =>
    choices[name].does === 'set' && choices[name].text.trim() === ''
  const close = (): void => {
    onClose()
    setChoices(untouched)
    setTried(false)
    reset()
  }
  const apply = async (): Promise<void> => {
    setTried(true)
    if (fields.some(isMissing)) return
    const touched = fields.filter((name) => choices[name].does !== 'keep')
    if (touched.length === 0) return close()
    const overrides = Object.fromEntries(
      touched.map((name) => [name, choices[name].does === 'set' ? choices[name].text.trim() : null]),
    )
    if (await run(ids, { overrides })) close()
  }
  return (
    <BulkDialog
      title={t('resources.bulkFieldsTitle')}
      count={ids.size}
      isOpen={isOpen}
      isPending={isPending}
      error={error}
      onClose={close}
      onApply={() => void apply()}
    >
      <p className={styles.hint}>{t('resources.bulkFieldsHint')}</p>
      {fields.map((name) => {
        const label = t(`resources.field.${name}`)
        const { does, text } = choices[name]
        const set = (choice: Partial<Choice>): void =>
          setChoices({ ...choices, [name]: { ...choices[name], ...choice } })
        return (
          <div key={name} className={styles.field}>
            <span className={styles.name}>{label}</span>
            <Select
              label={t('resources.fieldDoes', { name: label })}
              isLabelHidden
              value={does}
              options={actions.map((value) => ({ value, label: t(`resources.fieldDoes.${value}`) }))}
              onChange={(value) => set({ does: value })}
            />
            {does === 'set' ? (
              <TextField
                label={label}
                isLabelHidden
                placeholder={label}
                maxLength={120}
                value={text}
                onChange={(value) => set({ text: value })}
                error={isTried && isMissing(name) ? t('resources.fieldNeeded') : undefined}
              />
            ) : null}
          </div>
        )
      })}
      {isTried && fields.some(isMissing) ? (
        <p className={styles.wrong} role="alert">
          {t('resources.fieldNeeded')}
        </p>
      ) : null}
    </BulkDialog>
  )
}
