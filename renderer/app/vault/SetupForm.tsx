import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import type { VaultKind, VaultView } from '#shared/contract/vault.ts'
import { isAcceptable, type TypedTwice } from '../TwicePassphrase.tsx'
import { Callout } from './Callout.tsx'
import { NewPassphraseFields } from './NewPassphraseFields.tsx'
import { isToldAtField, PassphraseField } from './PassphraseField.tsx'
import { PlaceOptions } from './PlaceOptions.tsx'
import { planSetup } from './setup-plan.ts'
import styles from './vault.module.css'

type Props = {
  state: VaultView
  kind: VaultKind
  onKind: (kind: VaultKind) => void
  startsOver: boolean
  onDone: () => void
}

const nothing: TypedTwice = { text: '', again: '' }

export function SetupForm({ state, kind, onKind, startsOver, onDone }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutateAsync, isPending, error, reset } = useCommand('vault.update')
  const [wantsNewFile, setWantsNewFile] = useState(startsOver)
  const [existing, setExisting] = useState('')
  const [fresh, setFresh] = useState(nothing)
  const [isTried, setTried] = useState(false)
  const plan = planSetup(state, kind, wantsNewFile)
  const isReady =
    plan.asks === 'nothing' || (plan.asks === 'existing' ? existing !== '' : isAcceptable(fresh))

  /** What was wrong with the last try says nothing about the next. */
  const change = <T,>(set: (value: T) => void) => {
    return (value: T): void => {
      set(value)
      setTried(false)
      if (error) reset()
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || !isReady) return
    const passphrase = plan.asks === 'nothing' ? undefined : plan.asks === 'new' ? fresh.text : existing
    const wish = {
      kind,
      ...(passphrase === undefined ? {} : { passphrase }),
      leavesBehind: plan.leavesBehind !== null,
      startsOver: plan.startsOver,
    }
    // The answer may take this form away; it is told all the same.
    mutateAsync(wish).then(
      ({ moved }) => {
        tell.done(moved > 0 ? t('vault.moved', { count: moved }) : t('vault.chosen'))
        onDone()
      },
      () => undefined,
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PlaceOptions state={state} value={kind} onChange={change(onKind)} />
      {kind === 'keychain' && state.keychain !== 'ready' ? (
        <Callout tone="info">
          <p>{t(`vault.keychainText.${state.keychain}`)}</p>
          {state.keychainDetail ? <p>{t('vault.systemSaid', { detail: state.keychainDetail })}</p> : null}
        </Callout>
      ) : null}
      {plan.leavesBehind === 'file' ? (
        <Callout tone="warn">
          <p>{t('vault.giveUpFile')}</p>
        </Callout>
      ) : null}
      {plan.leavesBehind === 'keychain' ? (
        <Callout tone="warn">
          <p>{t('vault.giveUpKeychain')}</p>
        </Callout>
      ) : null}
      {plan.startsOver ? (
        <Callout tone="warn">
          <p>{t(state.passphrase === 'damaged' ? 'vault.existingDamaged' : 'vault.startOverText')}</p>
        </Callout>
      ) : null}
      {plan.asks === 'nothing' ? null : (
        <input type="text" autoComplete="username" value="InfraZen" readOnly hidden />
      )}
      {plan.asks === 'existing' ? (
        <>
          <p className={styles.muted}>{t('vault.existing')}</p>
          <PassphraseField
            label={t('vault.passphrase')}
            value={existing}
            onChange={change(setExisting)}
            error={error}
            isEmpty={isTried && existing === ''}
          />
          <button type="button" className={styles.link} onClick={() => change(setWantsNewFile)(true)}>
            {t('vault.forgot')} {t('vault.startOver')}
          </button>
        </>
      ) : null}
      {plan.asks === 'new' ? (
        <NewPassphraseFields value={fresh} onChange={change(setFresh)} isTried={isTried} />
      ) : null}
      {error && !(plan.asks === 'existing' && isToldAtField(error)) ? <ErrorBanner error={error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t(state.kind === null || state.kind === kind ? 'vault.keepHere' : 'vault.moveHere')}
        </Button>
      </div>
    </form>
  )
}
