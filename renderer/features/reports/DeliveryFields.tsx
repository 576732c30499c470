import { FolderOutput, Mail, Trash2 } from 'lucide-react'
import { Link } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { type DeliveryDraft, deliveryRefusal } from './deliveries.ts'
import styles from './reports.module.css'

type Props = {
  value: readonly DeliveryDraft[]
  /** Somebody has tried to go on: what is missing is said. */
  isTried: boolean
  onChange: (deliveries: DeliveryDraft[]) => void
}

const MOST = 10

/** Where a report goes besides the archive: folders and letters. */
export function DeliveryFields({ value, isTried, onChange }: Props) {
  const { t } = useText()
  const mail = useCall('mail.getSettings', {}, { enabled: value.some(({ kind }) => kind === 'mail') })
  const put = (draft: DeliveryDraft): void =>
    onChange(value.map((one) => (one.id === draft.id ? draft : one)))
  const newId = (): string => `delivery-${crypto.randomUUID()}`
  return (
    <div className={styles.stack}>
      {value.map((draft) => (
        <fieldset key={draft.id} className={styles.delivery}>
          <legend className="visually-hidden">{t(`reports.deliver.${draft.kind}`)}</legend>
          <div className={styles.deliveryFields}>
            {draft.kind === 'folder' ? (
              <TextField
                label={t('reports.deliver.path')}
                hint={t('reports.deliver.pathHint')}
                icon={FolderOutput}
                value={draft.path}
                maxLength={1000}
                error={refusalWords(draft, isTried, t)}
                onChange={(path) => put({ ...draft, path })}
              />
            ) : (
              <>
                <TextArea
                  label={t('reports.deliver.to')}
                  hint={t('reports.deliver.toHint')}
                  rows={2}
                  value={draft.to}
                  error={refusalWords(draft, isTried, t)}
                  onChange={(to) => put({ ...draft, to })}
                />
                <TextField
                  label={t('reports.deliver.subject')}
                  hint={t('reports.deliver.subjectHint')}
                  maxLength={300}
                  value={draft.subject}
                  onChange={(subject) => put({ ...draft, subject })}
                />
                <TextArea
                  label={t('reports.deliver.text')}
                  maxLength={5000}
                  value={draft.text}
                  onChange={(text) => put({ ...draft, text })}
                />
                {mail.data && !mail.data.isSet ? (
                  <p className={styles.warn}>
                    {t('reports.deliver.mailNotSet')}{' '}
                    <Link href="/settings">{t('reports.deliver.toMail')}</Link>
                  </p>
                ) : null}
              </>
            )}
          </div>
          <IconButton
            icon={Trash2}
            size="sm"
            label={t('reports.deliver.remove', { name: t(`reports.deliver.${draft.kind}`) })}
            onClick={() => onChange(value.filter(({ id }) => id !== draft.id))}
          />
        </fieldset>
      ))}
      <div className={styles.line}>
        <Button
          size="sm"
          icon={FolderOutput}
          disabled={value.length >= MOST}
          onClick={() => onChange([...value, { id: newId(), kind: 'folder', path: '' }])}
        >
          {t('reports.deliver.addFolder')}
        </Button>
        <Button
          size="sm"
          icon={Mail}
          disabled={value.length >= MOST}
          onClick={() => onChange([...value, { id: newId(), kind: 'mail', to: '', subject: '', text: '' }])}
        >
          {t('reports.deliver.addMail')}
        </Button>
      </div>
    </div>
  )
}

function refusalWords(
  draft: DeliveryDraft,
  isTried: boolean,
  t: ReturnType<typeof useText>['t'],
): string | undefined {
  const refusal = isTried ? deliveryRefusal(draft) : null
  if (refusal === null) return undefined
  return typeof refusal === 'string'
    ? t(`reports.deliver.${refusal}`)
    : t('reports.deliver.toBad', { address: refusal.toBad })
}
