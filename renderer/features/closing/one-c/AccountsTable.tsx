import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { SavedField } from './SavedField.tsx'
import { type Mapping, useMappingUpdate } from './use-mapping.ts'

type Props = { accounts: Mapping['accounts']; maySet: boolean }

const names = ['counterparty', 'contract', 'item'] as const

export function AccountsTable({ accounts, maySet }: Props) {
  const { t } = useText()
  const { update } = useMappingUpdate()
  return (
    <Table label={t('oneC.accounts')}>
      <thead>
        <tr>
          <Th>{t('closing.account')}</Th>
          {names.map((name) => (
            <Th key={name}>{t(`oneC.${name}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ name: title, ...account }) => (
          <tr key={account.connectionId}>
            <Td tone="strong">{title}</Td>
            {names.map((name) => (
              <Td key={name}>
                <SavedField
                  isLabelHidden
                  label={t('oneC.accountOf', { field: t(`oneC.${name}`), name: title })}
                  placeholder={name === 'item' ? t('oneC.itemHint') : undefined}
                  value={account[name]}
                  isFixed={!maySet}
                  maxLength={300}
                  onSave={(value) => update({ account: { ...account, [name]: value } })}
                />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
