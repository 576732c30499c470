import { History } from 'lucide-react'
import { useState } from 'react'
import { fieldLabel, fieldValue } from '#renderer/i18n/resource-fields.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { BeforeAfter } from '#renderer/ui/BeforeAfter.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './HistoryTab.module.css'
import { TabBody } from './TabBody.tsx'

type Version = CallOutput<'resources.listVersions'>['items'][number]

const STEP = 50
const MOST = 500

const TONES = { created: 'ok', updated: 'info', gone: 'neutral', returned: 'ok', merged: 'neutral' } as const

/** What each sync found different, newest first. */
export function HistoryTab({ id }: { id: number }) {
  const { t } = useText()
  const [limit, setLimit] = useState(STEP)
  const versions = useCall('resources.listVersions', { id, offset: 0, limit })
  return (
    <TabBody query={versions}>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyState
            icon={History}
            title={t('resources.historyNone')}
            text={t('resources.historyNoneText')}
          />
        ) : (
          <>
            <ol className={styles.list}>
              {items.map((version) => (
                <VersionItem
                  key={`${version.snapshotId} ${version.change} ${version.atMs}`}
                  version={version}
                />
              ))}
            </ol>
            {total > items.length && limit < MOST ? (
              <Button size="sm" onClick={() => setLimit(Math.min(MOST, limit * 2))}>
                {t('resources.historyMore', { count: total - items.length })}
              </Button>
            ) : null}
          </>
        )
      }
    </TabBody>
  )
}

function VersionItem({ version }: { version: Version }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <li className={styles.version}>
      <p className={styles.head}>
        <Badge tone={TONES[version.change]} hasDot>
          {t(`resources.change.${version.change}`)}
        </Badge>
        <time dateTime={new Date(version.atMs).toISOString()}>{format.instant(version.atMs)}</time>
      </p>
      {version.fields.length === 0 ? null : (
        <ul className={styles.fields}>
          {version.fields.map((change) => (
            <li key={change.field} className={styles.field}>
              <span className={styles.name}>{fieldLabel(change.field, t)}</span>
              <BeforeAfter
                before={fieldValue(change.field, change.before, t, format)}
                after={fieldValue(change.field, change.after, t, format)}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
