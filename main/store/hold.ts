import { accessSync, constants, existsSync } from 'node:fs'
import type { Ports } from '#main/ports/ports.ts'
import { connect } from './driver.ts'
import { guard, type Place } from './errors.ts'
import { makePrivateFile, makePrivateFolder } from './files.ts'
import { takeLock } from './lock.ts'

type Hold = { place: Place; draft: string; release(): void }

/** Makes the data folder where there is none and takes the store in it for this process alone. */
export function holdStore({ paths, clock }: Ports): Hold {
  const path = paths.storeFile
  const place: Place = { path, folder: paths.dataFolder, backups: paths.backupsFolder }
  const lock = guard(place, () => {
    makePrivateFolder(paths.dataFolder)
    accessSync(paths.dataFolder, constants.W_OK)
    // Only when it is not there: opening and closing the file of a lock that this process holds would drop it.
    if (!existsSync(paths.lockFile)) makePrivateFile(paths.lockFile)
    return takeLock(connect, paths.lockFile, clock.nowMs())
  })
  return { place, draft: `${path}.restoring`, release: lock.release }
}
