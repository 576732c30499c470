import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ImportView, MappingSpec, ReadingView } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { missingTargets, nameFromFile } from '../mapping.ts'
import styles from './imports.module.css'
import { MappingFields } from './MappingFields.tsx'
import { SampleTable } from './SampleTable.tsx'

type Props = {
  item: ImportView
  reading: ReadingView
  sample: CallOutput<'imports.getSample'>
  discard: ReactNode
}

/** What the columns of a table hold, said once and kept for the next file with this header. */
export function MappingWizard({ item, reading, sample, discard }: Props) {
  const { t } = useText()
  const answer = useCommand('imports.answer')
  const [spec, setSpec] = useState<MappingSpec>(reading.answers.mapping ?? sample.proposal)
  const [isKept, setKept] = useState(true)
  const [name, setName] = useState(() => nameFromFile(item.fileName))
  const missing = missingTargets(spec)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const account = spec.account?.trim() || null
    answer.mutate({
      id: item.id,
      answers: {
        ...reading.answers,
        mapping: { ...spec, account },
        ...(isKept && name.trim() !== '' ? { mappingName: name.trim() } : {}),
      },
    })
  }
  return (
    <form className={styles.stack} onSubmit={submit}>
      <Card title={t('imports.wizardSample')} padding="none">
        <SampleTable sample={sample} spec={spec} />
      </Card>
      <Card title={t('imports.wizard')} subtitle={t('imports.wizardText')}>
        <MappingFields spec={spec} sample={sample} onChange={setSpec} />
      </Card>
      <section className={styles.decision} aria-label={t('imports.wizard.keep')}>
        <div className={styles.keep}>
          <Checkbox label={t('imports.wizard.keep')} value={isKept} onChange={setKept} />
          {isKept ? (
            <TextField
              label={t('imports.wizard.name')}
              isLabelHidden
              value={name}
              maxLength={120}
              onChange={setName}
            />
          ) : null}
          <span className={styles.soft}>{t('imports.wizard.keepHint')}</span>
        </div>
        {answer.error ? <ErrorBanner error={answer.error} /> : null}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="primary"
            isPending={answer.isPending}
            disabled={missing.length > 0 || (isKept && name.trim() === '')}
          >
            {t('imports.continue')}
          </Button>
          {discard}
          <p className={styles.check} data-good={missing.length === 0 || undefined} role="status">
            {missing.length === 0 ? (
              <CircleCheck size={16} aria-hidden />
            ) : (
              <TriangleAlert size={16} aria-hidden />
            )}
            {missing.length === 0
              ? t('imports.wizard.complete')
              : t('imports.wizard.missing', {
                  names: missing.map((target) => t(`imports.target.${target}`).toLowerCase()).join(', '),
                })}
          </p>
        </div>
      </section>
    </form>
  )
}
