import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { Block } from './Block.tsx'
import type { ResourceDetails } from './DrawerTabs.tsx'
import styles from './TagsTab.module.css'

/** The tags, who set each, and one's own to add and to take away. */
export function TagsTab({ data }: { data: ResourceDetails }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const session = useSession()
  const { mutate, isPending } = useCommand('resources.updateMany')
  const [draft, setDraft] = useState({ key: '', value: '' })
  const { resource, manualTags } = data
  const canWrite = isGranted(session.role, 'data.write')
  const put = (key: string, value: string | null, done?: () => void): void =>
    mutate({ ids: [resource.id], tags: { [key]: value } }, { onSuccess: done, onError: tell.failed })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const key = draft.key.trim()
    if (key !== '' && !isPending) put(key, draft.value.trim(), () => setDraft({ key: '', value: '' }))
  }
  return (
    <Block title={t('resources.tab.tags')} note={t('resources.tagsNote')}>
      {resource.tags.length === 0 ? (
        <p className={styles.none}>{t('resources.tagsNone')}</p>
      ) : (
        <Table label={t('resources.tab.tags')}>
          <thead>
            <tr>
              <Th>{t('resources.tagKey')}</Th>
              <Th>{t('resources.tagValue')}</Th>
              <Th>{t('resources.tagFrom')}</Th>
              <Th>
                <span className="visually-hidden">{t('resources.actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {resource.tags.map(({ key, value }) => {
              const own = manualTags.find((tag) => tag.key === key)
              return (
                <tr key={key}>
                  <Td tone="strong">{key}</Td>
                  <Td>{value === '' ? '—' : value}</Td>
                  <Td tone="muted">
                    {own
                      ? t('resources.tagBy', { name: own.byName, at: format.instant(own.atMs) })
                      : t('resources.tagByProvider')}
                  </Td>
                  <Td align="end">
                    {own && canWrite ? (
                      <IconButton
                        icon={Trash2}
                        size="sm"
                        label={t('resources.tagRemove', { key })}
                        onClick={() => put(key, null)}
                      />
                    ) : null}
                  </Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
      {canWrite ? (
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label={t('resources.tagKey')}
            maxLength={120}
            value={draft.key}
            onChange={(key) => setDraft({ ...draft, key })}
          />
          <TextField
            label={t('resources.tagValue')}
            maxLength={256}
            value={draft.value}
            onChange={(value) => setDraft({ ...draft, value })}
          />
          <Button type="submit" isPending={isPending} disabled={draft.key.trim() === ''}>
            {t('resources.tagAdd')}
          </Button>
        </form>
      ) : null}
    </Block>
  )
}
