import { type MenuItemConstructorOptions as Item, Menu } from 'electron'
import type { MenuCommand } from '#shared/contract/host.ts'
import type { NativeTexts } from '#shared/texts/native.ts'

type Parts = { texts: NativeTexts; isMac: boolean; isPackaged: boolean; send(command: MenuCommand): void }
type Role = NonNullable<Item['role']> & keyof NativeTexts

export function setMenu({ texts, isMac, isPackaged, send }: Parts): void {
  const line: Item = { type: 'separator' }
  const roles = (...names: Role[]): Item[] => names.map((role) => ({ role, label: texts[role] }))
  const command = (id: MenuCommand, keys: Partial<Item> = {}): Item => ({
    id,
    label: texts[id],
    click: () => send(id),
    ...keys,
  })
  // The page listens for these itself; registered here as well they would work twice.
  const pageKeys = (accelerator: string): Partial<Item> => ({ accelerator, registerAccelerator: false })
  const about = command('about')
  const quit = [line, ...roles('quit')]
  const development: Item[] = [line, { role: 'reload' }, { role: 'toggleDevTools' }]

  const file = [
    command('settings', { accelerator: 'CmdOrCtrl+,' }),
    command('lock', pageKeys('CmdOrCtrl+Shift+L')),
    ...(isMac ? [] : quit),
  ]
  const edit = [...roles('undo', 'redo'), line, ...roles('cut', 'copy', 'paste', 'selectAll')]
  const view = [
    command('palette', pageKeys('CmdOrCtrl+K')),
    command('refresh', pageKeys('F5')),
    line,
    ...roles('zoomIn', 'zoomOut', 'resetZoom'),
    line,
    ...roles('togglefullscreen'),
    ...(isPackaged ? [] : development),
  ]
  const template: Item[] = [
    { label: texts.file, submenu: file },
    { label: texts.edit, submenu: edit },
    { label: texts.view, submenu: view },
    { label: texts.help, role: 'help', submenu: [command('shortcuts'), ...(isMac ? [] : [about])] },
  ]
  if (isMac) template.unshift({ label: 'InfraZen', submenu: [about, line, ...roles('hide'), ...quit] })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
