import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What @electron/fuses looks for in a runtime; then the format's version, the number of fuses, one character for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES_AS_SHIPPED = '011001100'

/**
 * A folder that electron-builder takes for an unpacked Electron of this version on Linux. It proves what is packed and
 * which fuses are set, never that the program starts.
 */
export function makeStubRuntime(folder: string, version: string): string {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  const program = Buffer.concat([
    Buffer.from(`#!/bin/sh\nexit 1\n${SENTINEL}`, 'latin1'),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(FUSES_AS_SHIPPED, 'latin1'),
  ])
  writeFileSync(join(folder, 'electron'), program)
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/ru.pak', 'locales/en-US.pak'])
    writeFileSync(join(folder, name), '')
  return folder
}
