import { useState } from 'react'
import { useVault } from '#renderer/app/vault/use-vault.ts'
import { VaultGate } from '#renderer/app/vault/VaultGate.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { Steps } from '#renderer/ui/Steps.tsx'
import type { Provider } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import { AccountWizard } from './AccountWizard.tsx'
import { GuardedDialog } from './GuardedDialog.tsx'
import { type ProviderItem, ProviderStep } from './ProviderStep.tsx'
import { useStepFocus } from './use-step-focus.ts'
import styles from './Wizard.module.css'

type Props = {
  /** Chosen already: the account of an archived connection is connected again. */
  provider: Provider | null
  takenNames: readonly string[]
  onClose: () => void
  onEdit: (id: string) => void
  onSync: (id: string) => void
}

const STEPS = ['provider', 'fields', 'check', 'save'] as const

/** From the choice of a provider to the first synchronisation. */
export function AddDialog({ provider, takenNames, onClose, onEdit, onSync }: Props) {
  const { t, language } = useText()
  const { data, error, refetch } = useCall('connections.listProviders', {})
  const [chosen, setChosen] = useState<ProviderItem | null>(null)
  const [wasLeft, setLeft] = useState(false)
  const [step, setStep] = useState(1)
  const [isDirty, setDirty] = useState(false)
  const named = wasLeft ? undefined : data?.items.find((item) => item.provider === provider)
  const item = chosen ?? named ?? null
  const body = useStepFocus(item ? `${item.provider} ${step}` : 'provider')
  const vault = useVault().data
  const isLocked = vault?.kind === 'passphrase' && vault.passphrase === 'locked'
  const title =
    vault && !vault.isOpen
      ? t(isLocked ? 'vault.unlockTitle' : 'vault.chooseTitle')
      : item
        ? `${t('connect.title')}: ${providerName(item.provider, language)}`
        : t('connect.title')

  return (
    <GuardedDialog title={title} isDirty={isDirty} onClose={onClose}>
      <VaultGate>
        <div className={styles.wizard} ref={body}>
          {step < STEPS.length ? (
            <Steps
              label={t('connect.steps')}
              steps={STEPS.map((name) => t(`connect.step.${name}`))}
              current={item ? step : 0}
            />
          ) : null}
          {error ? <ErrorBanner error={error} onRetry={() => void refetch()} /> : null}
          {!data && !error ? <Skeleton height={160} radius={10} /> : null}
          {data && !item ? (
            <>
              <h3 className={styles.question}>{t('connect.choose')}</h3>
              <ProviderStep items={data.items} onChoose={setChosen} />
            </>
          ) : null}
          {item ? (
            <AccountWizard
              key={item.provider}
              item={item}
              takenNames={takenNames}
              onStep={setStep}
              onDirty={setDirty}
              onBack={() => {
                setChosen(null)
                setLeft(true)
                setStep(1)
                setDirty(false)
              }}
              onClose={onClose}
              onEdit={onEdit}
              onSync={onSync}
            />
          ) : null}
        </div>
      </VaultGate>
    </GuardedDialog>
  )
}
