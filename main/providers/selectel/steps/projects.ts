import { AppError } from '#shared/errors/app-error.ts'
import type { Auth } from '../auth.ts'
import { addPage, newCount } from '../billing/turns.ts'
import { askPart } from '../outcome.ts'
import type { Project } from '../projects.ts'
import type { Run } from '../run.ts'

type Entering = { run: Run; auth: Auth; isListKnown: boolean }

/** Projects that were ever billed, and those that are there now. Returns whether the latter could be told. */
export async function findProjects(run: Run): Promise<boolean> {
  const { client, consumption, projects } = run
  const part = { isAccount: true, isOptional: true }
  await askPart(run, { ...part, scope: 'projects/billed', endpoint: 'consumption/projects' }, async () => {
    const { data } = await consumption.projects()
    for (const { id, name } of data.items) projects.note(id, name)
    return { ...newCount(), found: data.items.length, unreadable: data.unreadable, first: data.first }
  })
  const how = await askPart(run, { ...part, scope: 'projects', endpoint: 'projects' }, async () => {
    const { projects: list } = await client.projects()
    for (const { id, name, enabled } of list.items) {
      if (enabled !== false) projects.notePresent(id, name)
    }
    const count = newCount()
    addPage(count, list)
    return { ...count, found: list.items.length }
  })
  return how === 'done'
}

/**
 * The projects to look into: those that are there now, or all that were ever billed where nobody says which those are.
 * A refused service user costs the inventory and not the bill; nothing more is tried with a password that is wrong.
 */
export async function entrances({ run, auth, isListKnown }: Entering): Promise<Project[]> {
  const { projects } = run
  const candidates = () => (isListKnown ? projects.present() : projects.all())
  try {
    const own = await auth.prove(candidates())
    for (const { id, name } of own ?? []) projects.notePresent(id, name)
    return candidates()
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof AppError)) throw error
    await askPart(run, { scope: 'identity', endpoint: 'identity' }, () => Promise.reject(error))
    return []
  }
}
