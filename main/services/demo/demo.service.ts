import { type DemoFigures, generateDemo } from '#main/core/demo/generator.ts'
import { DEMO_TIME_ZONE } from '#main/core/demo/timeline.ts'
import type { Ports } from '#main/ports/ports.ts'
import { isDemoWorkspace, listOwnPeople, readDemo } from '#main/queries/demo.query.ts'
import type { WritableDb } from '#main/store/db.ts'
import { removeActRates } from '#main/store/repos/act-rates.repo.ts'
import { removeClosedMonths } from '#main/store/repos/closed-months.repo.ts'
import { removeRatesOf } from '#main/store/repos/currency-rates.repo.ts'
import { readJudgements, removeTeachings } from '#main/store/repos/judgements.repo.ts'
import { removeOneCMappingsOf } from '#main/store/repos/one-c-mappings.repo.ts'
import {
  insertMembership,
  insertUser,
  insertWorkspace,
  removeUser,
  removeWorkspace,
  updateUser,
  updateWorkspace,
} from '#main/store/repos/people.repo.ts'
import { removeSignaturesOf } from '#main/store/repos/reconciliations.repo.ts'
import { removeSettings } from '#main/store/repos/settings.repo.ts'
import { removeWorkspaceData } from '#main/store/repos/workspace-data.repo.ts'
import type { Store } from '#main/store/store.ts'
import { demoCompany } from '#resources/demo/company.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Day, dayInZone } from '#shared/lib/day.ts'
import { removeActs, writeActs } from './write-acts.ts'
import { writeFirstAllocation } from './write-allocation.ts'
import { continueBusiness, removeBusiness, writeFirstBusiness } from './write-business.ts'
import { writeFigures } from './write-figures.ts'
import { keepJudgements, writeFirstJudgements } from './write-judgements.ts'

export type DemoService = {
  /** Creates the demo company, or brings its figures to today; what the person has set stays. */
  ensure(): { workspaceId: string; userId: string }
  /** Makes it as on the first day: figures, names and settings. */
  reset(workspaceId: string): Record<string, never>
  /** Removes it with its person; the audit trail stays. */
  remove(workspaceId: string): Record<string, never>
}

const asFirstNamed = {
  name: demoCompany.workspaceName,
  currency: 'RUB',
  timeZone: DEMO_TIME_ZONE,
  rateRule: 'day',
} as const

/** Each method is one transaction: interrupted anywhere, the store is as before. */
export function createDemo({ store, ports }: { store: Store; ports: Ports }): DemoService {
  const today = (): Day => dayInZone(ports.clock.nowMs(), DEMO_TIME_ZONE)

  function ensure() {
    const anchor = today()
    return store.transaction((db) => {
      const found = readDemo(db)
      if (!found) return create(db, anchor)
      if (found.demoDay !== anchor) remake(db, found, anchor)
      return { workspaceId: found.workspaceId, userId: found.userId }
    })
  }

  function create(db: WritableDb, anchor: Day) {
    const createdAtMs = ports.clock.nowMs()
    const workspaceId = ports.ids.next()
    const userId = ports.ids.next()
    insertWorkspace(db, { id: workspaceId, kind: 'demo', ...asFirstNamed, demoDay: anchor, createdAtMs })
    insertUser(db, { id: userId, name: demoCompany.userName, passwordHash: null, createdAtMs })
    insertMembership(db, { workspaceId, userId, role: 'owner' })
    const figures = generateDemo(anchor)
    writeFigures(db, workspaceId, figures)
    writeFirstJudgements(db, { workspaceId, userId }, figures)
    writeFirstAllocation(db, { workspaceId, userId, atMs: figures.startedAtMs })
    writeFirstBusiness(db, { workspaceId, userId }, figures)
    writeActs(db, { workspaceId, userId }, figures)
    return { workspaceId, userId }
  }

  function reset(workspaceId: string): Record<string, never> {
    store.transaction((db) => {
      refuseReal(db, workspaceId)
      const figures = generateDemo(today())
      removeTeachings(db, workspaceId)
      removeClosedMonths(db, workspaceId)
      removeSignaturesOf(db, workspaceId)
      removeOneCMappingsOf(db, workspaceId)
      removeActRates(db, workspaceId)
      removeRatesOf(db, workspaceId, ['cbr', 'manual'])
      replace(db, workspaceId, figures, today())
      updateWorkspace(db, workspaceId, asFirstNamed)
      removeSettings(db, { scope: 'workspace', ownerId: workspaceId })
      for (const userId of listOwnPeople(db, workspaceId)) {
        updateUser(db, userId, { name: demoCompany.userName })
        removeSettings(db, { scope: 'user', ownerId: userId })
      }
      const owner = readDemo(db)
      removeBusiness(db, workspaceId)
      removeActs(db, workspaceId)
      if (!owner) return
      writeFirstJudgements(db, owner, figures)
      writeFirstAllocation(db, { ...owner, atMs: figures.startedAtMs })
      writeFirstBusiness(db, owner, figures)
      writeActs(db, owner, figures)
    })
    return {}
  }

  function remove(workspaceId: string): Record<string, never> {
    store.transaction((db) => {
      refuseReal(db, workspaceId)
      const people = listOwnPeople(db, workspaceId)
      removeWorkspaceData(db, workspaceId)
      removeWorkspace(db, workspaceId)
      removeSettings(db, { scope: 'workspace', ownerId: workspaceId })
      for (const userId of people) {
        removeSettings(db, { scope: 'user', ownerId: userId })
        removeUser(db, userId)
      }
    })
    return {}
  }

  return { ensure, reset, remove }
}

/** New figures; what people have said of the resources stays. */
function remake(db: WritableDb, owner: { workspaceId: string; userId: string }, anchor: Day): void {
  const { workspaceId } = owner
  const kept = readJudgements(db, workspaceId)
  const figures = generateDemo(anchor)
  replace(db, workspaceId, figures, anchor)
  keepJudgements(db, workspaceId, kept)
  continueBusiness(db, workspaceId, figures)
  writeActs(db, owner, figures)
}

function replace(db: WritableDb, workspaceId: string, figures: DemoFigures, anchor: Day): void {
  removeWorkspaceData(db, workspaceId)
  writeFigures(db, workspaceId, figures)
  updateWorkspace(db, workspaceId, { demoDay: anchor })
}

function refuseReal(db: WritableDb, workspaceId: string): void {
  if (!isDemoWorkspace(db, workspaceId)) throw new AppError('demo.notDemo')
}
