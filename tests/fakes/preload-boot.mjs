// Evaluates a built preload and prints what it gave the page.
import { createRequire } from 'node:module'
import * as page from './electron-page.mjs'

createRequire(import.meta.url)(process.argv[2])

const { bridge } = page.seen
const kindsOf = (object) =>
  Object.keys(object)
    .sort()
    .map((name) => [name, typeof object[name]])

for (const group of ['call', 'host'])
  for (const name of Object.keys(bridge[group])) await bridge[group][name]({ asked: name }, 'never sent')

await bridge.giveFiles([{ path: '/dropped/a.csv' }, { path: '/dropped/b.csv' }], 'never sent')

const heard = []
const stop = bridge.subscribe((...args) => heard.push(args))
const stopMenu = bridge.onMenu((...args) => heard.push(args))
page.push('infrazen:event', { name: 'data.changed' })
page.push('infrazen:menu', 'palette')
stop()
stopMenu()
page.push('infrazen:event', { name: 'data.changed' })

const surface = {
  world: page.seen.world,
  keys: Object.keys(bridge).sort(),
  kinds: Object.fromEntries(kindsOf(bridge)),
  call: kindsOf(bridge.call),
  host: kindsOf(bridge.host),
  isFrozen: [bridge, bridge.call, bridge.host].map(Object.isFrozen),
  invoked: page.seen.invoked,
  heard,
  leftListeners: page.countListeners(),
}
process.stdout.write(JSON.stringify(surface))
