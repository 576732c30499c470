import { type FormEvent, useId, useState } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { freeName } from '#renderer/app/free-name.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { useRun } from '../use-run.ts'
import { gathered } from './gathered.ts'
import styles from './hierarchies.module.css'

type Props = { isOpen: boolean; taken: readonly string[]; onClose: () => void; onMade: (id: string) => void }

export function AddHierarchyDialog(props: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('hierarchies.addTitle')} isOpen={props.isOpen} onClose={props.onClose}>
      {props.isOpen ? <AddForm {...props} /> : null}
    </Dialog>
  )
}

function AddForm({ taken, onClose, onMade }: Props) {
  const { t } = useText()
  const tell = useTell()
  const id = useId()
  const { options } = useDimensions()
  const { run, isPending, error } = useRun('hierarchies.add')
  const [name, setName] = useState(() => freeName(t('hierarchies.usualName'), taken))
  const [picked, setPicked] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const offered = gathered(options)
  const dimension = offered.find(({ value }) => value === picked) ?? offered[0]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isPending || name.trim() === '' || !dimension) return
    run(
      { name, dimension: dimension.value, levels: [], nodes: [] },
      {
        done: (made) => {
          tell.done(t('hierarchies.created', { name }))
          onClose()
          onMade(made.id)
        },
      },
    )
  }
  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('hierarchies.name')}
        maxLength={120}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? t('hierarchies.nameMissing') : undefined}
        data-focus-first
      />
      {dimension ? (
        <Select
          label={t('hierarchies.dimension')}
          hint={t('hierarchies.dimensionHint')}
          value={dimension.value}
          options={offered}
          onChange={setPicked}
        />
      ) : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('hierarchies.create')}
        </Button>
      </div>
    </form>
  )
}
