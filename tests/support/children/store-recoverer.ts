import { copyFileSync, renameSync, writeSync } from 'node:fs'
import { recoverStore } from '#main/store/recover.ts'
import { testPorts } from '#tests/fakes/ports.ts'

/** Puts the damaged file, then the log named on the command line in the store's place and recovers it, over and over. */
const [, , folder = '', damaged = '', log = ''] = process.argv
const ports = testPorts(folder)
const { storeFile } = ports.paths
for (;;) {
  copyFileSync(damaged, `${storeFile}.new`)
  renameSync(`${storeFile}.new`, storeFile)
  copyFileSync(log, `${storeFile}-wal`)
  writeSync(1, '.')
  await recoverStore(ports)
}
