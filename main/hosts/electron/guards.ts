import { app, type Session } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import { isOwnPage } from './protocol.ts'

/** Whatever a page could be talked into, the answer is no: rights, other addresses, windows, frames, downloads. */
export function guardPages(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.write('warn', 'page.permissionDenied', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // The page's policy says the same, but binds only a page that keeps to it. The backend's process has a network of its own.
  const network = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] }
  session.webRequest.onBeforeRequest(network, (_request, answer) => answer({ cancel: true }))

  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })

  app.on('web-contents-created', (_event, contents) => {
    const refuse = (event: { preventDefault(): void }, what: string): void => {
      event.preventDefault()
      log.write('warn', 'page.refused', { what })
    }
    const keepHome = (event: { preventDefault(): void; isMainFrame: boolean; url: string }): void => {
      if (!event.isMainFrame || !isOwnPage(event.url)) refuse(event, 'navigation')
    }
    contents.on('will-frame-navigate', keepHome)
    contents.on('will-redirect', keepHome)
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'))
    // Prevented here, the page's own objection is what does not happen: the window closes.
    contents.on('will-prevent-unload', (event) => refuse(event, 'staying open'))
    // No policy of the page reaches WebRTC.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
