import { Pencil, Undo2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { fieldValue } from '#renderer/i18n/resource-fields.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { type OverrideField as FieldName, resourceTypes } from '#shared/contract/resources.ts'
import type { ResourceDetails } from './DrawerTabs.tsx'
import styles from './OverrideField.module.css'

type Props = { field: FieldName; data: ResourceDetails }

const given = (field: FieldName, { resource, businessUnit, environment }: ResourceDetails): string | null =>
  field === 'businessUnit' ? businessUnit : field === 'environment' ? environment : resource[field]

/** A field that a person may state against the provider: edited where it stands, with who said so and the way back. */
export function OverrideField({ field, data }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const session = useSession()
  const { mutate, isPending } = useCommand('resources.update')
  const value = given(field, data)
  const [draft, setDraft] = useState<string | null>(null)
  const override = data.overrides.find((each) => each.field === field)
  const canWrite = isGranted(session.role, 'data.write')
  const label = t(`resources.field.${field}`)

  const put = (next: string | null): void => {
    const overrides =
      field === 'type'
        ? { type: resourceTypes.find((type) => type === next) ?? null }
        : { [field]: next === '' ? null : next }
    mutate(
      { id: data.resource.id, overrides },
      {
        onSuccess: () => {
          setDraft(null)
          tell.done(t('common.saved'))
        },
        onError: tell.failed,
      },
    )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (draft === null || isPending) return
    if (draft.trim() === (value ?? '')) setDraft(null)
    else put(draft.trim())
  }
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {draft === null ? (
        <div className={styles.shown}>
          <span className={styles.value} data-own={override ? '' : undefined}>
            {fieldValue(field, value, t, format)}
          </span>
          {override ? (
            <span className={styles.who}>
              {t('resources.overriddenBy', { name: override.byName, at: format.instant(override.atMs) })}
              {'; '}
              {t('resources.givenIs', { value: fieldValue(field, override.given, t, format) })}
            </span>
          ) : null}
          {canWrite ? (
            <span className={styles.actions}>
              {override ? (
                <IconButton
                  icon={Undo2}
                  size="sm"
                  label={t('resources.giveBack', { name: label })}
                  disabled={isPending}
                  onClick={() => put(null)}
                />
              ) : null}
              <IconButton
                icon={Pencil}
                size="sm"
                label={t('resources.edit', { name: label })}
                onClick={() => setDraft(value ?? '')}
              />
            </span>
          ) : null}
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // Leaves the field, not the drawer.
            event.preventDefault()
            event.stopPropagation()
            setDraft(null)
          }}
        >
          {field === 'type' ? (
            <Select
              label={label}
              isLabelHidden
              value={draft}
              options={resourceTypes.map((type) => ({ value: type, label: t(`resources.type.${type}`) }))}
              onChange={setDraft}
            />
          ) : (
            <TextField
              label={label}
              isLabelHidden
              maxLength={120}
              autoFocus
              value={draft}
              onChange={setDraft}
            />
          )}
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('common.save')}
          </Button>
          <Button variant="ghost" onClick={() => setDraft(null)}>
            {t('common.cancel')}
          </Button>
        </form>
      )}
    </div>
  )
}
