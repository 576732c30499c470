import { Coins, FileUp, Globe, PencilLine } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { FetchDialog } from './FetchDialog.tsx'
import { OwnRates } from './OwnRates.tsx'
import { RateDialog } from './RateDialog.tsx'
import { RatesHead } from './RatesHead.tsx'
import { RatesTable } from './RatesTable.tsx'
import styles from './rates.module.css'
import { useLoaded } from './use-loaded.ts'
import { isEmpty, type RatesView } from './view.ts'

type Props = {
  data: RatesView
  month: string
  isStale: boolean
  onMonth: (month: string) => void
  onShow: (currencies: Currency[]) => void
}

/** The month's rates, and the ways to bring more of them. */
export function RatesCard({ data, month, isStale, onMonth, onShow }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { role } = useSession()
  const [open, setOpen] = useState<'fetch' | 'rate' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <Card
      title={t('rates.title')}
      subtitle={t('rates.subtitle')}
      padding="none"
      actions={<RatesHead month={month} data={data} onMonth={onMonth} onShow={onShow} />}
    >
      {isGranted(role, 'data.write') ? (
        <div className={styles.tools}>
          <Button icon={Globe} onClick={() => setOpen('fetch')}>
            {t('rates.fetch')}
          </Button>
          <FileButton />
          {data.isClosed ? null : (
            <Button icon={PencilLine} onClick={() => setOpen('rate')}>
              {t('rates.add')}
            </Button>
          )}
        </div>
      ) : null}
      <div data-stale={isStale ? '' : undefined}>
        {isEmpty(data) ? (
          <EmptyState icon={Coins} title={t('rates.emptyTitle')} text={t('rates.emptyText')} />
        ) : (
          <RatesTable data={data} month={month} onShow={onShow} />
        )}
      </div>
      <OwnRates data={data} />
      <p className={styles.foot}>
        {data.cbr
          ? t('rates.span', { range: format.dayRange(data.cbr.from, data.cbr.to) })
          : t('rates.fileHint')}
      </p>
      <FetchDialog month={month} isOpen={open === 'fetch'} onClose={close} />
      <RateDialog data={data} month={month} isOpen={open === 'rate'} onClose={close} />
    </Card>
  )
}

/** The host lets the person choose; what is chosen is known by a token. */
function FileButton() {
  const { t } = useText()
  const tell = useTell()
  const showLoaded = useLoaded()
  const { mutateAsync, isPending } = useCommand('rates.load')
  const choose = async (): Promise<void> => {
    try {
      for (const { token } of await transport.host['host.openFiles']({ kind: 'rates' }))
        showLoaded(await mutateAsync({ token }))
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      tell.failed(error)
    }
  }
  return (
    <Button icon={FileUp} isPending={isPending} title={t('rates.fileHint')} onClick={() => void choose()}>
      {t('rates.file')}
    </Button>
  )
}
