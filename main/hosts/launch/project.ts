import { join } from 'node:path'

export const projectRoot = join(import.meta.dirname, '..', '..', '..')
export const outFolder = join(projectRoot, 'out')
export const cacheFolder = join(projectRoot, 'node_modules', '.cache', 'infrazen')
