import { useEffect, useLayoutEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { CheckView } from '#shared/contract/connections.ts'
import { providerName } from '#shared/texts/providers.ts'
import { CheckStep } from './CheckStep.tsx'
import { FieldsStep } from './FieldsStep.tsx'
import { freeName } from './form-values.ts'
import type { ProviderItem } from './ProviderStep.tsx'
import { SavedStep } from './SavedStep.tsx'
import { SaveStep } from './SaveStep.tsx'
import { useAccountForm } from './use-account-form.ts'

type Stage =
  | { name: 'fields' }
  | { name: 'check'; checked: CheckView }
  | { name: 'save'; checked: CheckView }
  | { name: 'saved'; id: string; title: string }

const PLACES = { fields: 1, check: 2, save: 3, saved: 4 } as const

type Props = {
  item: ProviderItem
  takenNames: readonly string[]
  /** Where it stands: 1 the form, 2 the test, 3 the saving, 4 done. */
  onStep: (step: number) => void
  onDirty: (isDirty: boolean) => void
  onBack: () => void
  onClose: () => void
  onEdit: (id: string) => void
  onSync: (id: string) => void
}

/** What follows the choice of a provider. The form outlives the steps after it: "back" finds it as it was. */
export function AccountWizard(props: Props) {
  const { item, takenNames, onStep, onDirty, onBack, onClose, onEdit, onSync } = props
  const { language } = useText()
  const form = useAccountForm(item.fields)
  const [stage, setStage] = useState<Stage>({ name: 'fields' })
  const isDirty = stage.name !== 'saved' && Object.keys(form.split().secrets).length > 0
  useEffect(() => onStep(PLACES[stage.name]), [stage.name, onStep])
  // Before the next key: an Escape right after the last letter must find it said.
  useLayoutEffect(() => onDirty(isDirty), [isDirty, onDirty])

  switch (stage.name) {
    case 'fields':
      return (
        <FieldsStep
          item={item}
          form={form}
          onBack={onBack}
          onChecked={(checked) => setStage({ name: 'check', checked })}
        />
      )
    case 'check':
      return (
        <CheckStep
          checked={stage.checked}
          onBack={() => setStage({ name: 'fields' })}
          onNext={() => setStage({ name: 'save', checked: stage.checked })}
          onEdit={onEdit}
        />
      )
    case 'save': {
      const { known, accountName } = stage.checked
      const wanted = `${providerName(item.provider, language)}, ${accountName}`.slice(0, 100)
      return (
        <SaveStep
          provider={item.provider}
          form={form}
          suggestedName={known?.name ?? freeName(wanted, takenNames)}
          onBack={() => setStage({ name: 'check', checked: stage.checked })}
          onSaved={({ id, name }) => setStage({ name: 'saved', id, title: name })}
          onRefused={(error) => {
            form.dropCode()
            form.refuse(error)
            setStage({ name: 'fields' })
          }}
        />
      )
    }
    case 'saved':
      return (
        <SavedStep
          name={stage.title}
          onClose={onClose}
          onSync={() => {
            onSync(stage.id)
            onClose()
          }}
        />
      )
  }
}
