import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { FileDialog } from './FileDialog.tsx'

type Looked = { token: string; preview: CallOutput<'business.readFile'> }

/** The host lets the person choose; what would come of the file is shown before anything is kept. */
export function FileButton({ series }: { series: SeriesView }) {
  const { t } = useText()
  const tell = useTell()
  const [isReading, setReading] = useState(false)
  const [looked, setLooked] = useState<Looked | null>(null)
  const choose = async (): Promise<void> => {
    setReading(true)
    try {
      const [given] = await transport.host['host.openFiles']({ kind: 'tables' })
      if (!given) return
      const { token } = given
      setLooked({ token, preview: await transport.call('business.readFile', { id: series.id, token }) })
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      tell.failed(error)
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <Button icon={FileUp} isPending={isReading} title={t('series.file.hint')} onClick={() => void choose()}>
        {t('series.file.load')}
      </Button>
      <FileDialog series={series} looked={looked} onClose={() => setLooked(null)} />
    </>
  )
}
