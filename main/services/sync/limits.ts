import { readAppSettings } from '#main/queries/app-settings.query.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import type { Store } from '#main/store/store.ts'

const AREA = 'sync'
const KEY = 'atOnce'
const USUAL = 3
const MOST = 16

/** How many connections are synchronised at once, in the whole installation. */
export const createLimits = (store: Store) => ({
  get(): number {
    const value = readAppSettings(store.read, AREA).get(KEY)
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST ? value : USUAL
  },
  set: (value: number): void =>
    store.transaction((db) => putSetting(db, { scope: 'app', ownerId: AREA, key: KEY, value })),
})
