import type { HostKind, Ports } from '#main/ports/ports.ts'
import { byPolicy } from './by-policy.ts'
import { fixedClock, systemClock } from './clock.ts'
import { STRONG } from './guess-cost.ts'
import { createIds } from './ids.ts'
import { createInbox, type NodeInbox } from './inbox.ts'
import { createFileLog, type FileLog } from './log.ts'
import { createMail } from './mail.ts'
import { createNet } from './net.ts'
import { createPaths, type Environment } from './paths.ts'
import { createPolicy } from './policy.ts'
import { createSecretPlaces } from './secrets/secret-places.ts'
import { createSystem } from './system.ts'

type NodePortsOptions = {
  host: HostKind
  version: string
  env: Environment
  platform?: NodeJS.Platform
  dataFolder?: string | undefined
  nowIso?: string | undefined
  checksOutputs?: boolean
}

export type NodePorts = Ports & { log: FileLog; inbox: NodeInbox }

/** The ports of a real machine. Every secret made here is hidden from the log from the moment it exists. */
export function createNodePorts(options: NodePortsOptions): NodePorts {
  const { host, version, env, platform = process.platform, dataFolder, nowIso } = options
  const clock = nowIso === undefined ? systemClock : fixedClock(nowIso)
  const paths = createPaths({ env, platform, dataFolder })
  // The log keeps real time even when the program's clock stands still.
  const log = createFileLog({ folder: paths.logsFolder, clock: systemClock })
  const ids = createIds(clock, log.hide)
  const policy = createPolicy(paths.policyFile)
  const secrets = createSecretPlaces({ paths, env, cost: STRONG })
  return {
    clock,
    ids,
    log,
    paths,
    ...byPolicy(policy, { net: createNet(env), mail: createMail() }),
    policy,
    secrets,
    inbox: createInbox(paths.inboxFolder, ids),
    system: createSystem(env, platform),
    guessCost: STRONG,
    host,
    version,
    checksOutputs: options.checksOutputs ?? false,
  }
}
