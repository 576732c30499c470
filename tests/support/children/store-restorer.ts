import { writeSync } from 'node:fs'
import { openStore } from '#main/store/open.ts'
import { putSetting } from '#main/store/repos/settings.repo.ts'
import { settings } from '#main/store/schema/people.ts'
import { testPorts } from '#tests/fakes/ports.ts'

/**
 * Goes back and forth: marks the store with an odd number, backs it up, marks it with the next even one and restores
 * the backup, saying before and after each step what mark the store may bear from then on.
 */
const store = await openStore(testPorts(process.argv[2] ?? ''))
const mark = (value: number) =>
  store.transaction((db) => putSetting(db, { scope: 'app', ownerId: '', key: 'mark', value }))
const say = (...marks: number[]) => writeSync(1, `${marks.join(' ')}\n`)

let current = Number(store.read.select().from(settings).get()?.value ?? 0)
for (let odd = current + 1 + (current % 2); ; odd += 2) {
  say(current, odd)
  mark(odd)
  say(odd)
  const { id } = await store.backup('manual')
  say(odd, odd + 1)
  mark(odd + 1)
  say(odd + 1, odd)
  await store.restore(id)
  say(odd)
  current = odd
}
