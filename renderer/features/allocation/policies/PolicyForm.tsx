import { type FormEvent, useId, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import { resourceTypes } from '#shared/contract/resources.ts'
import { providers } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import { useRun } from '../use-run.ts'
import { AllowedField } from './AllowedField.tsx'
import { CheckList } from './CheckList.tsx'
import styles from './policies.module.css'
import { linesOf, type PolicyView } from './view.ts'

/** Which tag, whether it must be there, what it may say, and whom it concerns. */
export function PolicyForm({ policy, onClose }: { policy: PolicyView | null; onClose: () => void }) {
  const { t, language } = useText()
  const tell = useTell()
  const keys = useId()
  const known = useCall('explorer.listDimensions', {})
  const add = useRun('tagPolicies.add')
  const update = useRun('tagPolicies.update')
  const [tagKey, setTagKey] = useState(policy?.tagKey ?? '')
  const [isRequired, setRequired] = useState(policy?.isRequired ?? true)
  const [allowed, setAllowed] = useState<string | null>(policy?.allowedValues?.join('\n') ?? null)
  const [forProviders, setProviders] = useState<readonly string[]>(policy?.providers ?? [])
  const [forTypes, setTypes] = useState<readonly string[]>(policy?.types ?? [])
  const [isTried, setTried] = useState(false)
  const key = tagKey.trim()
  const values = allowed === null ? null : linesOf(allowed)
  const isEmpty = values !== null && values.length === 0
  const asksNothing = !isRequired && values === null
  const isPending = add.isPending || update.isPending
  const error = add.error ?? update.error
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || key === '' || isEmpty || asksNothing) return
    const given = {
      tagKey: key,
      isRequired,
      allowedValues: values,
      providers: [...forProviders],
      types: [...forTypes],
    }
    const onSuccess = (): void => {
      tell.done(t('tagPolicies.saved', { key }))
      onClose()
    }
    if (policy) update.run({ id: policy.id, ...given }, { done: onSuccess })
    else add.run(given, { done: onSuccess })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <datalist id={keys}>
        {known.data?.tags.map((tag) => (
          <option key={tag.key} value={tag.key} />
        ))}
      </datalist>
      <TextField
        label={t('tagPolicies.key')}
        hint={t('tagPolicies.keyHint')}
        list={keys}
        maxLength={256}
        value={tagKey}
        onChange={setTagKey}
        error={isTried && key === '' ? t('tagPolicies.keyMissing') : undefined}
        data-focus-first
      />
      <Checkbox label={t('tagPolicies.isRequired')} value={isRequired} onChange={setRequired} />
      <AllowedField
        tagKey={key}
        value={allowed}
        error={isTried && isEmpty ? t('tagPolicies.allowedMissing') : undefined}
        onChange={setAllowed}
      />
      <CheckList
        label={t('tagPolicies.providers')}
        hint={t('tagPolicies.allIfNone')}
        options={providers.map((value) => ({ value, label: providerName(value, language) }))}
        value={forProviders}
        onChange={setProviders}
      />
      <CheckList
        label={t('tagPolicies.types')}
        hint={t('tagPolicies.allIfNone')}
        options={resourceTypes.map((value) => ({ value, label: t(`resources.type.${value}`) }))}
        value={forTypes}
        onChange={setTypes}
      />
      {isTried && asksNothing ? (
        <p className={styles.wrong} role="alert">
          {t('tagPolicies.nothing')}
        </p>
      ) : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
