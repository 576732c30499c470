import { ChevronDown, FilePlus2, FileUp, Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { linkOfNewFrom, linkOfReport, NEW } from '../url.ts'

type Props = {
  /** Nothing of a file that was read before counts any more. */
  onStart: () => void
  onFile: () => void
}

/** What a report of one's own may begin with. */
export function NewReport({ onStart, onFile }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { data } = useCall('views.list', {})
  const views = (data?.items ?? []).toSorted((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn))
  const start = (path: string): void => {
    onStart()
    navigate(path)
  }
  return (
    <Menu
      label={t('reports.new')}
      sections={[
        {
          id: 'new',
          items: [
            {
              id: 'empty',
              label: t('reports.newEmpty'),
              icon: FilePlus2,
              run: () => start(linkOfReport(NEW)),
            },
            { id: 'file', label: t('reports.newFile'), icon: FileUp, run: onFile },
          ],
        },
        {
          id: 'views',
          label: t('reports.newFromView'),
          items: views.map((view) => ({
            id: view.id,
            label: viewName(view, t),
            run: () => start(linkOfNewFrom(view.id)),
          })),
        },
      ]}
      trigger={(props) => (
        <Button variant="primary" icon={Plus} {...props}>
          {t('reports.new')}
          <ChevronDown size={15} aria-hidden />
        </Button>
      )}
    />
  )
}
