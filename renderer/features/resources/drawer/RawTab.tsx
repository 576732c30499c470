import { Braces } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { CodeBlock } from '#renderer/ui/CodeBlock.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Block } from './Block.tsx'
import { TabBody } from './TabBody.tsx'

/** The provider's own records, secrets taken out, to show to its support. */
export function RawTab({ id }: { id: number }) {
  const { t } = useText()
  const format = useFormat()
  const raw = useCall('resources.getRaw', { id })
  const sourceName = (source: string): string =>
    source === 'bill' || source === 'inventory'
      ? t(`resources.source.${source}`)
      : t('resources.source.part', { id: source })
  return (
    <TabBody query={raw}>
      {({ records }) =>
        records.length === 0 ? (
          <EmptyState icon={Braces} title={t('resources.rawNone')} text={t('resources.rawNoneText')} />
        ) : (
          records.map((record) => (
            <Block
              key={record.source}
              title={sourceName(record.source)}
              note={t('resources.rawAt', { at: format.instant(record.atMs) })}
            >
              <CodeBlock
                label={t('resources.recordOf', { source: sourceName(record.source) })}
                text={record.text}
              />
            </Block>
          ))
        )
      }
    </TabBody>
  )
}
