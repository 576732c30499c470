import type { FormEvent } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { CheckView } from '#shared/contract/connections.ts'
import { AccountFields } from './AccountFields.tsx'
import { ProviderHelp } from './ProviderHelp.tsx'
import type { ProviderItem } from './ProviderStep.tsx'
import type { AccountForm } from './use-account-form.ts'
import { useFocusWrong } from './use-focus-wrong.ts'
import styles from './Wizard.module.css'

type Props = {
  item: ProviderItem
  form: AccountForm
  onBack: () => void
  onChecked: (checked: CheckView) => void
}

/** The form, and the question to the provider that it ends with. */
export function FieldsStep({ item, form, onBack, onChecked }: Props) {
  const { t } = useText()
  const { mutate, isPending } = useCommand('connections.startCheck')
  const { ref, focusWrong } = useFocusWrong()

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const isWhole = form.judge()
    focusWrong()
    if (!isWhole || isPending) return
    mutate(
      { provider: item.provider, ...form.split() },
      {
        onSuccess: (checked) => {
          form.dropCode()
          onChecked(checked)
        },
        onError: ({ error }) => {
          form.refuse(error)
          focusWrong()
        },
      },
    )
  }

  return (
    <form ref={ref} className={styles.step} onSubmit={submit} noValidate>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <AccountFields form={form} />
        </div>
        <ProviderHelp item={item} />
      </div>
      <div className={styles.actions}>
        <Button onClick={onBack}>{t('common.back')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t(isPending ? 'connect.checking' : 'connect.check')}
        </Button>
      </div>
    </form>
  )
}
