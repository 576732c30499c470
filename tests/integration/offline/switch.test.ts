import { rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { byPolicy } from '#main/adapters/by-policy.ts'
import { createNet } from '#main/adapters/net.ts'
import { createPolicy } from '#main/adapters/policy.ts'
import { createWayOut } from '#main/services/network/way-out.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Installation, openInstallation } from '#tests/support/installation.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let place: Installation
beforeEach(async () => {
  place = await openInstallation(tempFolder())
})
afterEach(() => place.close())

const codeOf = (failed: Promise<unknown>) =>
  failed.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const fetchRates = () => place.ask('rates.startFetch', { from: '2026-11-01', to: '2026-11-10' } as never)
const lay = (text: string) => writeFileSync(place.ports.paths.policyFile, text)

describe('with the network switched off', () => {
  it('says so, and refuses what needs the network', async () => {
    expect((await place.ask('network.getState', {})).offline).toBe('no')
    await place.ask('network.update', { isOffline: true })
    expect((await place.ask('network.getState', {})).offline).toBe('yes')
    expect(await codeOf(fetchRates())).toBe('net.offline')
    expect(await codeOf(place.ask('sync.start', {}))).toBe('net.offline')
    await place.ask('network.update', { isOffline: false })
    expect((await place.ask('network.getState', {})).offline).toBe('no')
  })

  it('starts nothing by itself, and says nothing of it either', async () => {
    await place.ask('network.update', { isOffline: true })
    place.backend.startDue()
    expect((await place.ask('sync.list', {})).items).toEqual([])
    expect(place.ports.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })
})

describe('an administrator’s file', () => {
  it('stands above the switch', async () => {
    lay('{"offline": true}')
    const { offline, policyFile } = await place.ask('network.getState', {})
    expect([offline, policyFile]).toEqual(['policy', { path: place.ports.paths.policyFile, isBroken: false }])
    expect(await codeOf(fetchRates())).toBe('net.policy')
    expect(await codeOf(place.ask('network.update', { isOffline: false }))).toBe('net.policy')
    rmSync(place.ports.paths.policyFile)
    expect((await place.ask('network.getState', {})).offline).toBe('no')
  })

  it('that cannot be read counts as the strictest, and is named', async () => {
    lay('{"offline": fals')
    expect((await place.ask('network.getState', {})).policyFile).toMatchObject({ isBroken: true })
    expect(await codeOf(fetchRates())).toBe('policy.bad')
  })
})

describe('the ways out', () => {
  let server: Server
  let hits = 0
  let held: (() => void) | null = null
  beforeEach(async () => {
    hits = 0
    server = createServer((request, response) => {
      hits += 1
      if (request.url === '/slow') held = () => response.end('late')
      else response.end('here')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    held?.()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const request = (path: string) => ({
    method: 'GET' as const,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    headers: {},
    timeoutMs: 10_000,
    maxBytes: 1000,
    signal: new AbortController().signal,
    route: { proxyUrl: null, caPem: null },
  })
  const letter = { from: 'a@x.test', to: ['b@x.test'], subject: 's', text: 't', attachments: [] }

  it('refuse by themselves, whoever asks and however', async () => {
    let isOff = true
    const policy = createPolicy(join(place.folder, 'policy.json'))
    let letters = 0
    const mail = {
      send: async () => {
        letters += 1
      },
    }
    const way = createWayOut({ net: createNet({}), mail, policy }, () => isOff)
    const { signal } = new AbortController()
    expect(await codeOf(way.net.send(request('/')))).toBe('net.offline')
    expect(await codeOf(way.mail.send(letter, {} as never, 1000, signal))).toBe('net.offline')
    expect([hits, letters]).toEqual([0, 0])
    isOff = false
    expect((await way.net.send(request('/'))).text).toBe('here')
    writeFileSync(join(place.folder, 'policy.json'), '{"offline": true}')
    expect(await codeOf(way.net.send(request('/')))).toBe('net.policy')
    const bare = byPolicy(policy, { net: createNet({}), mail })
    expect(await codeOf(bare.net.send(request('/')))).toBe('net.policy')
    expect(await codeOf(bare.mail.send(letter, {} as never, 1000, signal))).toBe('net.policy')
    expect([hits, letters]).toEqual([1, 0])
  })

  it('end what is on its way when the switch is turned', async () => {
    let isOff = false
    const policy = createPolicy(join(place.folder, 'none.json'))
    const way = createWayOut(
      { net: createNet({}), mail: { send: async () => undefined }, policy },
      () => isOff,
    )
    const arrived = new Promise<void>((resolve) => server.once('request', () => resolve()))
    const waiting = codeOf(way.net.send(request('/slow')))
    await arrived
    isOff = true
    way.cut()
    expect(await waiting).toBe('net.offline')
  })
})
