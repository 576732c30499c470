import { useCallback, useMemo, useState } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { linkOfView, viewOfLink } from '#renderer/app/costs/view-query.ts'
import { useFileSaver } from '#renderer/app/use-file-saver.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { copyPlainText } from '#renderer/ui/press-copy.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import type { SavedView } from '#shared/contract/views.ts'
import type { PictureSlot } from '../use-chart-picture.ts'
import type { Explorer } from '../use-explorer.ts'
import { useOpenViewFile } from '../use-open-view-file.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { NameDialog } from './NameDialog.tsx'
import { PinDialog } from './PinDialog.tsx'
import { type ViewAct, ViewsMenu } from './ViewsMenu.tsx'

type Props = {
  explorer: Explorer
  views: readonly SavedView[]
  current: SavedView | null
  picture: PictureSlot
  isDisabled: boolean
}

type Asking = 'saveAs' | 'rename' | 'pin' | 'openLink'

const isSameView = (a: SavedView, spec: Explorer['spec']): boolean =>
  linkOfView(viewSpec.parse(a.spec)) === linkOfView(spec)

/** What is done with a view whole: open, keep, pin, pass on, export. */
export function ViewActions({ explorer, views, current, picture, isDisabled }: Props) {
  const { t } = useText()
  const tell = useTell()
  const save = useFileSaver()
  const { spec, page, go } = explorer
  const add = useCommand('views.add')
  const update = useCommand('views.update')
  const remove = useCommand('views.remove')
  const [asking, setAsking] = useState<Asking | null>(null)
  const isChanged = current !== null && !isSameView(current, spec)
  const name = current ? viewName(current, t) : t('explorer.title')
  const close = useCallback(() => setAsking(null), [])
  const onOpen = useCallback(
    (view: SavedView) =>
      go(
        { spec: viewSpec.parse(view.spec), page: { view: view.id, unit: null, lines: false, q: '' } },
        'step',
      ),
    [go],
  )
  const openFile = useOpenViewFile((read) =>
    go({ spec: read, page: { view: null, unit: null, lines: false, q: '' } }, 'step'),
  )
  const copy = useCallback((): void => {
    const link = window.location.pathname + window.location.search
    const address = window.location.protocol.startsWith('http') ? window.location.origin + link : link
    if (copyPlainText(address))
      showToast({ tone: 'ok', text: t('explorer.linkCopied'), detail: t('explorer.linkHow') })
    else showToast({ tone: 'bad', text: t('common.copyFailed') })
  }, [t])
  const onAct = useCallback(
    (act: ViewAct): void => {
      switch (act) {
        case 'saveAs':
        case 'rename':
        case 'pin':
        case 'openLink':
          setAsking(act)
          break
        case 'save':
          if (current)
            update.mutate(
              { id: current.id, spec },
              { onSuccess: () => tell.done(t('explorer.viewSaved', { name })), onError: tell.failed },
            )
          break
        case 'remove':
          if (current)
            remove.mutate(
              { id: current.id },
              {
                onSuccess: () => {
                  go({ page: { view: null } }, 'look')
                  tell.done(t('explorer.viewRemoved', { name }))
                },
                onError: tell.failed,
              },
            )
          break
        case 'reset':
          if (current) onOpen(current)
          break
        case 'copy':
          copy()
          break
        case 'openFile':
          void openFile()
          break
      }
    },
    [current, spec, update, remove, tell, t, name, go, onOpen, copy, openFile],
  )
  const hasPicture = !page.lines && !['pivot', 'table', 'number', 'usage'].includes(spec.look)
  const onPicture = useMemo(
    () => (hasPicture ? (kind: 'png' | 'svg') => picture.current?.(kind) : null),
    [hasPicture, picture],
  )
  const onViewFile = useCallback(
    () =>
      void save(async () => {
        const { fileName, mediaType, text } = await transport.call('views.export', { name, spec })
        return { fileName, mediaType, data: text, encoding: 'utf8' }
      }),
    [save, name, spec],
  )
  return (
    <>
      <ViewsMenu items={views} current={current} isChanged={isChanged} onOpen={onOpen} onAct={onAct} />
      <ExportMenu
        spec={spec}
        title={name}
        isDisabled={isDisabled}
        onPicture={onPicture}
        onViewFile={onViewFile}
      />
      <NameDialog
        title={t(asking === 'rename' ? 'explorer.act.rename' : 'explorer.act.saveAs')}
        label={t('explorer.viewName')}
        start={asking === 'rename' ? name : ''}
        submit={t('common.save')}
        isOpen={asking === 'saveAs' || asking === 'rename'}
        isPending={add.isPending || update.isPending}
        error={add.error ?? update.error}
        onSubmit={(text) => {
          const done = (id: string): void => {
            close()
            go({ page: { view: id } }, 'look')
            tell.done(t('explorer.viewSaved', { name: text }))
          }
          if (asking === 'rename' && current)
            update.mutate({ id: current.id, name: text }, { onSuccess: () => done(current.id) })
          else add.mutate({ name: text, spec }, { onSuccess: ({ id }) => done(id) })
        }}
        onClose={() => {
          add.reset()
          update.reset()
          close()
        }}
      />
      <NameDialog
        title={t('explorer.act.openLink')}
        label={t('explorer.link')}
        hint={t('explorer.linkHint')}
        start=""
        maxLength={20_000}
        submit={t('explorer.open')}
        isOpen={asking === 'openLink'}
        isPending={false}
        error={null}
        refuse={(text) => (viewOfLink(text) === null ? t('explorer.linkBad') : null)}
        onSubmit={(text) => {
          const opened = viewOfLink(text)
          close()
          if (opened) go({ spec: opened, page: { view: null, unit: null, lines: false, q: '' } }, 'step')
        }}
        onClose={close}
      />
      <PinDialog
        spec={spec}
        view={isChanged ? null : current}
        name={isChanged || !current ? '' : name}
        isOpen={asking === 'pin'}
        onDone={(id) => {
          close()
          go({ page: { view: id } }, 'look')
          tell.done(t('explorer.pinned'))
        }}
        onClose={close}
      />
    </>
  )
}
