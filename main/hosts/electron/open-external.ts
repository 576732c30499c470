import { shell } from 'electron'
import type { Log } from '#main/ports/ports.ts'
import { readAllowedLink } from '../page/allowed-link.ts'

/** The only place that hands an address to the operating system. */
export async function openExternal(address: unknown, log: Log): Promise<boolean> {
  const link = readAllowedLink(address)
  if (link) await shell.openExternal(link)
  else log.write('warn', 'link.refused')
  return link !== null
}
