import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './series.module.css'

type Props = { taken: readonly string[]; onAdd: (part: string) => void }

/** A part that has neither costs nor values yet. */
export function AddPart({ taken, onAdd }: Props) {
  const { t } = useText()
  const [name, setName] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const part = name.trim()
    if (part === '') return
    if (!taken.includes(part)) onAdd(part)
    setName('')
  }
  return (
    <form className={styles.addPart} onSubmit={add}>
      <TextField
        label={t('series.values.addPart')}
        isLabelHidden
        placeholder={t('series.values.addPart')}
        maxLength={120}
        value={name}
        onChange={setName}
      />
      <Button type="submit" icon={Plus}>
        {t('series.values.addPartDo')}
      </Button>
    </form>
  )
}
