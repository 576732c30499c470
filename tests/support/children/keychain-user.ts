import { execFileSync } from 'node:child_process'
import { readFileSync, writeSync } from 'node:fs'
import { findCredentials } from '@napi-rs/keyring'
import { createKeychain } from '#main/adapters/secrets/keychain.ts'
import { createSecretPlaces } from '#main/adapters/secrets/secret-places.ts'
import { testPorts } from '#tests/fakes/ports.ts'

/** Does with the machine's own keychain what it is told, and answers with one line of JSON. */
const [home = '', ...steps] = process.argv.slice(2)
const ports = testPorts(home)
const { keychain } = createSecretPlaces({ paths: ports.paths, env: {}, cost: ports.guessCost })
const impatient = createKeychain({ load: () => import('@napi-rs/keyring'), probeMs: 1500, answerMs: 1500 })

const ended = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return (await work) ?? null
  } catch (error) {
    const { code, details } = error as { code: string; details: unknown }
    return { code, details }
  }
}
/** Whoever keeps the secrets on this bus: never a daemon of the person who runs the tests. */
function daemon(): number {
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID']
  const answer = execFileSync(
    'dbus-send',
    ['--session', '--print-reply', ...question, 'string:org.freedesktop.secrets'],
    { encoding: 'utf8' },
  )
  return Number(/uint32 (\d+)/.exec(answer)?.[1])
}

const answers: unknown[] = []
for (const step of steps) {
  const [verb, name = '', value = ''] = step.split('\t')
  const before = performance.now()
  if (verb === 'probe') answers.push(await ended(keychain.probe()))
  else if (verb === 'get') answers.push(await ended(keychain.get(name)))
  else if (verb === 'put') answers.push(await ended(keychain.put(name, value)))
  else if (verb === 'remove') answers.push(await ended(keychain.remove(name)))
  else if (verb === 'list') answers.push(findCredentials('InfraZen').map(({ account }) => account))
  else if (verb === 'kernel') answers.push(readFileSync('/proc/keys', 'utf8').includes('InfraZen'))
  else if (verb === 'hang') {
    const pid = daemon()
    process.kill(pid, 'SIGSTOP')
    const { state } = await impatient.probe()
    answers.push({ state, isInTime: performance.now() - before < 10_000 })
    process.kill(pid, 'SIGCONT')
  } else throw new Error(`no such step: ${step}`)
}
writeSync(1, `${JSON.stringify(answers)}\n`)
