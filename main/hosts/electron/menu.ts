import { type MenuItemConstructorOptions as Item, Menu } from 'electron'
import type { MenuCommand } from '#shared/contract/host.ts'
import type { NativeTexts } from '#shared/texts/native.ts'

type Parts = { texts: NativeTexts; isMac: boolean; isPackaged: boolean; send(command: MenuCommand): void }

export function setMenu({ texts, isMac, isPackaged, send }: Parts): void {
  const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label })
  const command = (name: MenuCommand, keys: Partial<Item> = {}): Item => ({
    id: name,
    label: texts[name],
    click: () => send(name),
    ...keys,
  })
  // The page listens for these itself; registered here as well they would work twice.
  const pageKeys = (accelerator: string): Partial<Item> => ({ accelerator, registerAccelerator: false })
  const line: Item = { type: 'separator' }
  const quit = role('quit', texts.quit)
  const mac: Item[] = [command('about'), line, role('hide', texts.hide), line, quit]
  const development: Item[] = [line, { role: 'reload' }, { role: 'toggleDevTools' }]

  const template: Item[] = [
    ...(isMac ? [{ label: 'InfraZen', submenu: mac }] : []),
    {
      label: texts.file,
      submenu: [
        command('settings', { accelerator: 'CmdOrCtrl+,' }),
        command('lock', pageKeys('CmdOrCtrl+Shift+L')),
        ...(isMac ? [] : [line, quit]),
      ],
    },
    {
      label: texts.edit,
      submenu: [
        role('undo', texts.undo),
        role('redo', texts.redo),
        line,
        role('cut', texts.cut),
        role('copy', texts.copy),
        role('paste', texts.paste),
        role('selectAll', texts.selectAll),
      ],
    },
    {
      label: texts.view,
      submenu: [
        command('palette', pageKeys('CmdOrCtrl+K')),
        command('refresh', pageKeys('F5')),
        line,
        role('zoomIn', texts.zoomIn),
        role('zoomOut', texts.zoomOut),
        role('resetZoom', texts.zoomReset),
        line,
        role('togglefullscreen', texts.fullScreen),
        ...(isPackaged ? [] : development),
      ],
    },
    {
      label: texts.help,
      role: 'help',
      submenu: [command('shortcuts'), ...(isMac ? [] : [command('about')])],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
