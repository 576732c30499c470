import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './TokensTable.module.css'

export type TokenView = CallOutput<'tokens.list'>['items'][number]

type Props = { items: readonly TokenView[]; onRemove: (token: TokenView) => void }

export function TokensTable({ items, onRemove }: Props) {
  const { t } = useText()
  const format = useFormat()
  const until = ({ expiresOn, isExpired }: TokenView) => {
    if (expiresOn === null) return t('tokens.never')
    const day = format.day(expiresOn)
    return isExpired ? <Badge tone="warn">{t('tokens.expired', { day })}</Badge> : day
  }
  return (
    <Table label={t('tokens.title')} maxHeight={420}>
      <thead>
        <tr>
          <Th>{t('tokens.name')}</Th>
          <Th>{t('tokens.role')}</Th>
          <Th>{t('tokens.expires')}</Th>
          <Th>{t('tokens.used')}</Th>
          <Th align="end">
            <span className="visually-hidden">{t('tokens.remove')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((token) => (
          <tr key={token.id}>
            <Td>
              <span className={styles.name}>{token.name}</span>
              <span className={styles.hint}>
                <code>{token.hint}…</code>
                {token.byName ? ` ${token.byName}, ` : ' '}
                {format.instant(token.createdAtMs)}
              </span>
            </Td>
            <Td>{t(`tokens.role.${token.role}`)}</Td>
            <Td>{until(token)}</Td>
            <Td tone="muted">
              {token.lastUsedAtMs === null ? t('tokens.unused') : format.instant(token.lastUsedAtMs)}
            </Td>
            <Td align="end">
              <Button
                size="sm"
                aria-label={t('tokens.removeOf', { name: token.name })}
                onClick={() => onRemove(token)}
              >
                {t('tokens.remove')}
              </Button>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
