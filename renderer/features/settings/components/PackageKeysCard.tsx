import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { PackageKeyDialog } from './PackageKeyDialog.tsx'
import styles from './Packages.module.css'

type Key = CallOutput<'packages.list'>['keys'][number]
type Props = { keys: readonly Key[]; mayChange: boolean }

/** Whose packages are believed. Nobody's, before a person has compared a fingerprint. */
export function PackageKeysCard({ keys, mayChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const remove = useCommand('packages.removeKey')
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<Key | null>(null)
  const close = (): void => {
    remove.reset()
    setChosen(null)
  }
  return (
    <Card
      title={t('packages.keys')}
      subtitle={t('packages.keysText')}
      padding="none"
      actions={
        mayChange ? (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t('packages.addKey')}
          </Button>
        ) : null
      }
    >
      {keys.length > 0 ? (
        <Table label={t('packages.keys')} maxHeight={360}>
          <thead>
            <tr>
              <Th>{t('packages.keyName')}</Th>
              <Th>{t('packages.fingerprint')}</Th>
              <Th align="end">
                <span className="visually-hidden">{t('packages.removeKey')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <Td className={styles.cell}>
                  <p className={styles.name}>{key.name}</p>
                  <p className={styles.soft}>
                    {[format.instant(key.addedAtMs), key.byName].filter(Boolean).join(' · ')}
                  </p>
                </Td>
                <Td className={styles.cell}>
                  <code className={styles.fingerprint}>{key.fingerprint}</code>
                </Td>
                <Td className={styles.cell} align="end">
                  {mayChange ? (
                    <IconButton
                      icon={Trash2}
                      size="sm"
                      label={t('packages.removeKeyOf', { name: key.name })}
                      onClick={() => setChosen(key)}
                    />
                  ) : null}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <EmptyState icon={KeyRound} title={t('packages.noKeys')} text={t('packages.noKeysText')} />
      )}
      <PackageKeyDialog isOpen={isAdding} onClose={() => setAdding(false)} />
      <ConfirmDialog
        isOpen={chosen !== null}
        title={t('packages.removeTitle', { name: chosen?.name ?? '' })}
        confirmLabel={t('packages.removeKey')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() =>
          remove.mutate(
            { id: chosen?.id ?? '' },
            {
              onSuccess: () => {
                close()
                tell.done(t('packages.keyRemoved'))
              },
            },
          )
        }
      >
        <p>{t('packages.removeText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
