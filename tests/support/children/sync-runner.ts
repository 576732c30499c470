import { billed, hourly, listed } from '#tests/support/look.ts'
import { charge, engineOver, quietCloud } from '#tests/support/scripted-cloud.ts'

/** Looks at an account that is another one each time, over and over, and says when each look has ended. */
const [, , folder = '', seed = '0'] = process.argv
const cloud = quietCloud()
const engine = await engineOver(cloud, folder, { isNew: seed === '0' })
const SERVERS = 300

for (let round = Number(seed) + 1; ; round += 1) {
  const names = Array.from({ length: SERVERS }, (_, index) => `s${(index * 7 + round * 13) % (2 * SERVERS)}`)
  cloud.billed = names.map((name) => billed(name, { price: hourly(String(round)) }))
  cloud.scopes = new Map([
    ['servers/ru-1', names.map((name) => listed(name, 'server', { attributes: { vcpu: round } }).item)],
    [
      'volumes/ru-1',
      names.map(
        (name, index) =>
          listed(`v${index}`, 'volume', {
            attachedTo: round % 3 === 0 ? null : name,
            attributes: { diskGb: round },
          }).item,
      ),
    ],
  ])
  cloud.charges = names.flatMap((name) => [
    charge(name, '2026-11-18', String(round)),
    charge(name, '2026-11-19', '1'),
  ])
  await engine.look()
  process.stdout.write(`${round}\n`)
}
