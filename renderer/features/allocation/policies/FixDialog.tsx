import { type FormEvent, useId, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './policies.module.css'
import type { FixState } from './use-fix.ts'
import { isOtherKey, type PolicyView, remedyOf, type ViolationView } from './view.ts'

type Props = {
  /** Of one tag; none: nothing is being mended. */
  violations: readonly ViolationView[]
  policy: PolicyView | null
  fix: FixState
  onClose: () => void
  onDone: () => void
}

/** One value for one resource, or for many. */
export function FixDialog({ violations, policy, fix, onClose, onDone }: Props) {
  const { t } = useText()
  const [first] = violations
  return (
    <Dialog
      title={t('tagPolicies.fixTitle', { key: first?.tagKey ?? '' })}
      isOpen={first !== undefined}
      onClose={onClose}
    >
      {first ? (
        <FixForm
          first={first}
          ids={violations.map(({ resourceId }) => resourceId)}
          policy={policy}
          fix={fix}
          onClose={onClose}
          onDone={onDone}
        />
      ) : null}
    </Dialog>
  )
}

type FormProps = Omit<Props, 'violations'> & { first: ViolationView; ids: number[] }

function FixForm({ first, ids, policy, fix, onClose, onDone }: FormProps) {
  const { t } = useText()
  const { today } = useSession()
  const known = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  // What stands under the key in other letters is most likely what is meant.
  const { data } = useCall(
    'resources.get',
    { id: first.resourceId, spendFrom: today, spendTo: today },
    { enabled: ids.length === 1 && isOtherKey(first) },
  )
  const written = isOtherKey(first)
    ? data?.resource.tags.find(({ key }) => key === first.value)?.value
    : remedyOf(first)
  const value = typed ?? written ?? ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (value.trim() === '') return
    void fix.run([{ tagKey: first.tagKey, value: value.trim(), ids }]).then((isDone) => {
      if (!isDone) return
      onDone()
      onClose()
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{t('tagPolicies.fixCount', { count: ids.length })}</p>
      <datalist id={known}>
        {policy?.allowedValues?.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextField
        label={t('tagPolicies.value')}
        list={known}
        maxLength={256}
        value={value}
        onChange={setTyped}
        error={isTried && value.trim() === '' ? t('tagPolicies.valueMissing') : undefined}
        data-focus-first
      />
      {fix.error ? <ErrorBanner error={fix.error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={fix.isPending}>
          {t('tagPolicies.apply')}
        </Button>
      </div>
    </form>
  )
}
