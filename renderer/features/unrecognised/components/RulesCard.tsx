import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import { providerName } from '#shared/texts/providers.ts'

type Rule = CallOutput<'unrecognised.listRules'>['items'][number]

/** What the program has been taught, and by whom. */
export function RulesCard() {
  const { t, language } = useText()
  const format = useFormat()
  const { role } = useSession()
  const { data } = useCall('unrecognised.listRules', {})
  const [leaving, setLeaving] = useState<Rule | null>(null)
  const canAct = isGranted(role, 'settings.write')
  if (!data || data.items.length === 0) return null
  return (
    <Card title={t('unrecognised.rules')} subtitle={t('unrecognised.rulesText')} padding="none">
      <Table label={t('unrecognised.rules')}>
        <thead>
          <tr>
            <Th>{t('unrecognised.provider')}</Th>
            <Th>{t('unrecognised.kind')}</Th>
            <Th>{t('unrecognised.type')}</Th>
            <Th>{t('unrecognised.ruleBy')}</Th>
            <Th>
              <span className="visually-hidden">{t('unrecognised.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((rule) => (
            <tr key={rule.id}>
              <Td>{providerName(rule.provider, language)}</Td>
              <Td>
                <code>{rule.kind}</code>
              </Td>
              <Td tone="strong">{t(`resources.type.${rule.type}`)}</Td>
              <Td tone="muted">{`${rule.byName}, ${format.instant(rule.atMs)}`}</Td>
              <Td align="end">
                {canAct ? (
                  <IconButton
                    icon={Trash2}
                    size="sm"
                    label={t('unrecognised.ruleRemove', { kind: rule.kind })}
                    onClick={() => setLeaving(rule)}
                  />
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <RemoveDialog rule={leaving} onClose={() => setLeaving(null)} />
    </Card>
  )
}

function RemoveDialog({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending } = useCommand('unrecognised.removeRule')
  return (
    <Dialog
      title={t('unrecognised.ruleRemoveTitle')}
      isOpen={rule !== null}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-focus-first>
            {t('common.cancel')}
          </Button>
          <Button
            variant="danger"
            isPending={isPending}
            onClick={() => {
              if (rule) mutate({ id: rule.id }, { onSuccess: onClose, onError: tell.failed })
            }}
          >
            {t('unrecognised.ruleRemoveDo')}
          </Button>
        </>
      }
    >
      <p>{t('unrecognised.ruleRemoveText', { kind: rule?.kind ?? '' })}</p>
    </Dialog>
  )
}
