import { expect, test } from 'vitest'
import { openStore } from '#main/store/open.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import { testPorts } from '#tests/fakes/ports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

test('a new store opens, keeps what was written and opens again', async () => {
  const ports = testPorts(`${tempFolder()}/data`)
  const store = await openStore(ports)
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'a', value: { b: 'я' } }))
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'a', value: { b: 'ы' } }))
  store.close()
  const again = await openStore(ports)
  expect(again.read.select().from(settings).all()).toEqual([
    { scope: 'app', ownerId: '', key: 'a', value: { b: 'ы' } },
  ])
  expect(again.sqliteVersion).toMatch(/^3\.\d+\.\d+$/)
  again.close()
})
