import { FileX2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { Page } from '#renderer/app/Page.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { viewSpec } from '#shared/contract/costs.ts'
import type { ReportSpec } from '#shared/contract/report-spec.ts'
import { NEW, type TabProps } from '../url.ts'
import { BuilderBody } from './BuilderBody.tsx'
import { newBlockId, newSpec } from './new-block.ts'

/** What was read from a file and is not kept yet. */
export type GivenReport = { name: string; spec: ReportSpec }

type Props = TabProps & { given: GivenReport | null }

/** Brings what the builder begins with: a saved report, a template, a view, a file, or nothing. */
export function Builder({ url, onChange, given }: Props) {
  const { t, language } = useText()
  const isNew = url.report === NEW
  const address = isNew ? `${NEW} ${url.template} ${url.view} ${given?.name ?? ''}` : (url.report ?? '')
  /** A report that was saved on this desk stays on it, though it has a number and an address of its own now. */
  const [desks, setDesks] = useState<Readonly<Record<string, string>>>({})
  const desk = desks[address] ?? address
  const list = useCall('reports.list', {})
  const templates = useCall(
    'reports.listTemplates',
    { language },
    { enabled: isNew && url.template !== null },
  )
  const views = useCall('views.list', {}, { enabled: isNew && url.view !== null })
  const fresh = useMemo((): GivenReport | null => {
    if (given) return given
    if (url.template !== null) {
      const found = templates.data?.items.find(({ key }) => key === url.template)
      return found ? { name: t(`reports.template.${url.template}`), spec: found.spec } : null
    }
    const name = t('reportBuilder.emptyName')
    if (url.view === null) return { name, spec: newSpec(name, language, null, newBlockId) }
    const view = views.data?.items.find(({ id }) => id === url.view)
    if (!view) return views.data ? { name, spec: newSpec(name, language, null, newBlockId) } : null
    const title = viewName(view, t)
    return { name: title, spec: newSpec(title, language, viewSpec.parse(view.spec), newBlockId) }
  }, [given, url.template, url.view, templates.data, views.data, t, language])
  const saved = list.data?.items.find(({ id }) => id === url.report) ?? null
  const start = isNew ? fresh : saved
  const error = isNew ? (templates.error ?? views.error) : list.error
  if (start)
    return (
      <BuilderBody
        // Another report, or another thing to begin with, is another desk.
        key={desk}
        start={start}
        saved={isNew ? null : saved}
        names={list.data?.items.map(({ name }) => name) ?? []}
        onChange={onChange}
        onBorn={(id) => setDesks((was) => ({ ...was, [id]: desk }))}
      />
    )
  return (
    <Page title={t('reportBuilder.title')}>
      {error ? (
        <ErrorBanner error={error} onRetry={() => void list.refetch()} />
      ) : list.data && !isNew ? (
        <Card>
          <EmptyState
            icon={FileX2}
            title={t('reportBuilder.gone')}
            text={t('reportBuilder.goneText')}
            action={<Link href="/reports">{t('reportBuilder.toList')}</Link>}
          />
        </Card>
      ) : (
        <div aria-busy="true">
          <Skeleton height={480} radius={10} />
        </div>
      )}
    </Page>
  )
}
