import { app, Menu, nativeImage, Tray } from 'electron'
import icon from '#resources/icons/png/32x32.png?inline'
import template from '#resources/icons/tray-template.png?inline'
import type { NativeTexts } from '#shared/texts/native.ts'

type Parts = { texts: NativeTexts; isMac: boolean; open(): void }

/** The caller keeps what is returned: a tray icon that is collected as garbage disappears. */
export function addTray({ texts, isMac, open }: Parts): Tray {
  const image = nativeImage.createFromDataURL(isMac ? template : icon)
  if (isMac) image.setTemplateImage(true)
  const tray = new Tray(isMac ? image.resize({ height: 16 }) : image)
  tray.setToolTip('InfraZen')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: texts.open, click: open },
      { type: 'separator' },
      { label: texts.quit, click: () => app.quit() },
    ]),
  )
  tray.on('click', open)
  return tray
}
