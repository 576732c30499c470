import { Ban, FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useTell } from '../use-tell.ts'
import styles from './DropArea.module.css'
import { useDropTargets } from './drop-target.ts'
import { dropped } from './dropped.ts'
import { useImportFiles } from './use-import-files.ts'
import { useMayImport } from './use-may-import.ts'

/** Files may be dropped anywhere on the window; while they are held over it, it says what will happen. */
export function DropArea() {
  const { t } = useText()
  const { give } = useImportFiles()
  const tell = useTell()
  const [isOver, setOver] = useState(false)
  const mayImport = useMayImport()
  const target = useDropTargets((state) => state.target)
  const may = target ? 'take' : mayImport

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const hold = (event: DragEvent): void => {
      const { dataTransfer } = event
      if (!dataTransfer?.types.includes('Files')) return
      // Without this the window would open the file in the place of the program.
      event.preventDefault()
      dataTransfer.dropEffect = may === 'take' ? 'copy' : 'none'
      setOver(true)
    }
    window.addEventListener('dragenter', hold, { signal })
    window.addEventListener('dragover', hold, { signal })
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false)
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        setOver(false)
        if (may !== 'take') return
        const { files, folder } = dropped(event.dataTransfer)
        if (folder !== null)
          tell.failed(new TransportError({ code: 'import.isFolder', details: { name: folder }, ref: null }))
        if (files.length > 0) void (target ?? { give }).give(files)
      },
      { signal },
    )
    return () => stop.abort()
  }, [may, give, target, tell])

  if (!isOver) return null
  const words = {
    take: ['imports.over', 'imports.overText'],
    demo: ['imports.overDemo', 'imports.overDemoText'],
    look: ['imports.overViewer', 'imports.overViewerText'],
  } as const
  const [title, text] = words[may]
  const Icon = may === 'take' ? FileDown : Ban
  return (
    <div className={styles.cover} data-may={may} role="status">
      <div className={styles.box}>
        <Icon size={36} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{target?.title ?? t(title)}</p>
        <p className={styles.text}>{target?.text ?? t(text)}</p>
      </div>
    </div>
  )
}
