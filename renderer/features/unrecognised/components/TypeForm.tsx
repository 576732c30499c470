import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { resourceTypes } from '#shared/contract/resources.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { Unrecognised } from '../view.ts'
import styles from './forms.module.css'

/** Says what it is: a rule for everything of the same kind, in all connections of the provider. */
export function TypeForm({ item }: { item: Unrecognised }) {
  const { t, language } = useText()
  const tell = useTell()
  const { mutate, isPending } = useCommand('unrecognised.update')
  const [chosen, setChosen] = useState<string>(item.type ?? '')
  const type = resourceTypes.find((each) => each === chosen)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!type || isPending) return
    mutate(
      { id: item.id, type },
      {
        onSuccess: ({ affected }) => tell.done(t('unrecognised.typeSet', { count: affected })),
        onError: tell.failed,
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <Select
          label={t('unrecognised.type')}
          value={chosen}
          options={[
            { value: '', label: t('unrecognised.typeNone'), isDisabled: true },
            ...resourceTypes.map((each) => ({ value: each as string, label: t(`resources.type.${each}`) })),
          ]}
          hint={t('unrecognised.typeHint', {
            kind: item.kind,
            provider: providerName(item.provider, language),
          })}
          onChange={setChosen}
        />
      </div>
      <Button
        type="submit"
        variant="primary"
        className={styles.button}
        isPending={isPending}
        disabled={!type || type === item.type}
      >
        {t('unrecognised.typeSave')}
      </Button>
    </form>
  )
}
