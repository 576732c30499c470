import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
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
  const placeholders = { counterparty: undefined, contract: undefined, item: t('oneC.itemHint') }
  const empty = accounts.filter(({ counterparty, supplier }) => counterparty === '' && supplier !== null)
  const fill = async (): Promise<void> => {
    for (const { name: _, supplier, ...account } of empty)
      if (!(await update({ account: { ...account, counterparty: supplier ?? '' } }))) return
  }
  return (
    <>
      {maySet && empty.length > 0 ? (
        <div>
          <Button size="sm" onClick={() => void fill()}>
            {t('oneC.fromActs')}
          </Button>
        </div>
      ) : null}
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
          {accounts.map(({ name: title, supplier: _, ...account }) => (
            <tr key={account.connectionId}>
              <Td tone="strong">{title}</Td>
              {names.map((name) => (
                <Td key={name}>
                  <SavedField
                    isLabelHidden
                    label={t('oneC.accountOf', { field: t(`oneC.${name}`), name: title })}
                    placeholder={placeholders[name]}
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
    </>
  )
}
