import { app, type Session } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import { isOwnPage } from './page-address.ts'

/** Whatever a page could be talked into, the answer is no: rights, other addresses, windows, frames, downloads. */
export function guardPages(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.write('warn', 'page.permissionDenied', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())

  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })

  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault(): void }, what: string): void => {
      event.preventDefault()
      log.write('warn', 'page.refused', { what })
    }
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) refuse(event, 'navigation')
    })
    contents.on('will-redirect', (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) refuse(event, 'redirect')
    })
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'))
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
