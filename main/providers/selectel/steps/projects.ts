import { AppError } from '#shared/errors/app-error.ts'
import type { Auth } from '../auth.ts'
import { addPage, newCount } from '../billing/turns.ts'
import { askPart } from '../outcome.ts'
import type { Project } from '../projects.ts'
import type { Run } from '../run.ts'

/** Projects that were ever billed, and those that exist and cost nothing yet. */
export async function findProjects(run: Run): Promise<void> {
  const { client, consumption, projects } = run
  const part = { isAccount: true, isOptional: true }
  await askPart(run, { ...part, scope: 'projects/billed', endpoint: 'consumption/projects' }, async () => {
    const { data } = await consumption.projects()
    for (const { id, name } of data.items) projects.note(id, name)
    return { ...newCount(), found: data.items.length, unreadable: data.unreadable, first: data.first }
  })
  await askPart(run, { ...part, scope: 'projects', endpoint: 'projects' }, async () => {
    const { projects: list } = await client.projects()
    for (const { id, name } of list.items) projects.note(id, name)
    const count = newCount()
    addPage(count, list)
    return { ...count, found: list.items.length }
  })
}

/**
 * The projects to look into. A refused service user costs the inventory and not the bill; nothing more is tried with a
 * password that is wrong.
 */
export async function entrances(run: Run, auth: Auth): Promise<Project[]> {
  try {
    for (const { id, name } of (await auth.prove(run.projects.list())) ?? []) run.projects.note(id, name)
    return run.projects.list()
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof AppError)) throw error
    await askPart(run, { scope: 'identity', endpoint: 'identity' }, () => Promise.reject(error))
    return []
  }
}
