import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import type { Session } from '#main/core/model/session.ts'
import type { Ports } from '#main/ports/ports.ts'
import type { ReadableDb } from '#main/store/db.ts'
import { connections, resources } from '#main/store/schema/inventory.ts'
import { memberships, users, workspaces } from '#main/store/schema/people.ts'
import type { SessionView } from '#shared/contract/app.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { dayInZone } from '#shared/lib/day.ts'
import { readCoverage } from './coverage.ts'
import { isKnown, isPresent } from './inventory.ts'
import type { Scope } from './scope.ts'
import { readSettings } from './settings.query.ts'

/** What a page must know before it can show anything: who is signed in, else who may be. */
export function getState(
  db: ReadableDb,
  ports: Pick<Ports, 'version' | 'clock'>,
  session: Session | null,
): CallOutput<'app.getState'> {
  const profiles = db
    .select({
      userId: users.id,
      userName: users.name,
      workspaceId: workspaces.id,
      workspaceName: workspaces.name,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(workspaces.kind, 'real'), isNotNull(users.passwordHash)))
    .orderBy(asc(workspaces.createdAtMs), asc(users.createdAtMs), asc(users.id))
    .all()
  const demo = db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.kind, 'demo')).get()
  return {
    version: ports.version,
    session: session && sessionView(db, ports.clock.nowMs(), session),
    profiles,
    hasDemo: demo !== undefined,
  }
}

function sessionView(db: ReadableDb, nowMs: number, session: Session): SessionView | null {
  const names = db
    .select({ userName: users.name, workspaceName: workspaces.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, session.userId), eq(memberships.workspaceId, session.workspaceId)))
    .get()
  if (!names) return null
  return {
    userId: session.userId,
    userName: names.userName,
    role: session.role,
    workspaceId: session.workspaceId,
    workspaceName: names.workspaceName,
    isDemo: session.isDemo,
    isLocked: session.isLocked,
    hasPassword: session.hasPassword,
    currency: session.currency,
    timeZone: session.timeZone,
    today: dayInZone(nowMs, session.timeZone),
    settings: readSettings(db, session.userId),
  }
}

type Installation = { ports: Pick<Ports, 'version' | 'host' | 'paths'>; storeBytes: number; sqlite: string }

export function getAbout(
  scope: Scope,
  { ports, storeBytes, sqlite }: Installation,
): CallOutput<'app.getAbout'> {
  const { db, workspaceId } = scope
  const coverage = readCoverage(scope)
  const connectionCount = db
    .select({ n: count() })
    .from(connections)
    .where(and(eq(connections.workspaceId, workspaceId), isKnown))
    .get()
  const resourceCount = db
    .select({ n: count() })
    .from(resources)
    .where(and(eq(resources.workspaceId, workspaceId), isPresent))
    .get()
  return {
    version: ports.version,
    host: ports.host,
    runtime: runtimeName(),
    sqlite,
    dataFolder: ports.paths.dataFolder,
    storeBytes,
    counts: {
      connections: connectionCount?.n ?? 0,
      resources: resourceCount?.n ?? 0,
      costLines: coverage.lines,
      firstDay: coverage.firstDay,
      lastDay: coverage.dataThrough,
    },
  }
}

function runtimeName(): string {
  const { electron, node } = process.versions
  return electron ? `Electron ${electron} (Node ${node})` : `Node ${node}`
}

export function readWorkspaceName({ db, workspaceId }: Scope): string {
  const row = db
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .get()
  return row?.name ?? ''
}
