import { spawn } from 'node:child_process'

/** Asks the system to show the link. Nobody minds when it cannot: the link stands in the terminal too. */
export function openBrowser(link: string, platform: NodeJS.Platform): void {
  const [command, ...args] =
    platform === 'win32'
      ? ['rundll32.exe', 'url.dll,FileProtocolHandler', link]
      : [platform === 'darwin' ? 'open' : 'xdg-open', link]
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
