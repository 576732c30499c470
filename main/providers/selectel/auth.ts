import type { Http } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { AccountContext } from '../provider.ts'
import { knownCatalogue } from './openstack/catalogue.ts'
import { type Identity, listOwnProjects, login, type Token } from './openstack/keystone.ts'
import { type CloudSession, openSession } from './openstack/session.ts'
import { isSilent } from './outcome.ts'
import type { Project } from './projects.ts'
import { projectRole } from './rights.ts'
import { knownAddress, POOLS, type SelectelSettings } from './settings.ts'

type Parts = {
  context: AccountContext
  http: Http
  settings: SelectelSettings
  user: NonNullable<SelectelSettings['user']>
  accountRef: string
  /** What no error and no log line may show: tokens are added as they come. */
  secrets: Set<string>
}

/**
 * The service user's way into projects. A wrong password is tried twice at most, and once it is known to be wrong
 * nothing more is tried: repeated failures would lock the user.
 */
export function createAuth({ context, http, settings, user, accountRef, secrets }: Parts) {
  const identity: Identity = {
    url: settings.identityUrl,
    user: user.name,
    password: user.password,
    domain: accountRef,
  }
  /** Why nothing more is tried: the password is wrong, or the identity service does not answer. */
  let refused: AppError | null = null
  /** The password has opened something, or was accepted where a right was missing. */
  let isProven = false
  const entered = new Set<string>()

  function kept(token: Token): Token {
    secrets.add(token.value)
    context.log.hide(token.value)
    isProven = true
    return token
  }

  async function enter(project: Project): Promise<Token> {
    if (refused) throw refused
    try {
      const token = kept(await login(http, identity, { project: project.id }))
      entered.add(project.id)
      return token
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (isSilent(error)) refused = error
      if (error.code !== 'provider.badCredentials') throw roled(error, project)
      // Keystone says the same of a wrong password and of a project where the user has no role.
      if (isProven && !entered.has(project.id))
        throw forbidden(error.details.said, settings.identityUrl, project)
      refused = error
      throw error
    }
  }

  /** Projects that the user may enter; null when the account's own level is closed to it, which is common. */
  async function openAccount(): Promise<Project[] | null> {
    try {
      const token = kept(await login(http, identity, { domain: accountRef }))
      const projects = await listOwnProjects(http, identity, token)
      return projects.map(({ id, name }) => ({ id, name: name ?? id }))
    } catch (error) {
      context.signal.throwIfAborted()
      if (!(error instanceof AppError)) throw error
      if (error.code === 'provider.forbidden') isProven = true
      return null
    }
  }

  return {
    /**
     * Settles whether the password is right, with the fewest tries: the account first, then one project. Throws
     * provider.badCredentials when it is wrong.
     */
    async prove(projects: readonly Project[]): Promise<Project[] | null> {
      const own = await openAccount()
      const [first] = projects
      if (isProven || !first) return own
      try {
        await enter(first)
      } catch (error) {
        if (refused || !(error instanceof AppError)) throw error
      }
      return own
    },

    session: (project: Project): CloudSession =>
      openSession({
        http,
        project,
        right: projectRole(project.name),
        nowMs: context.clock.nowMs,
        login: () => enter(project),
        fallback: knownCatalogue(POOLS, (types, pool) => knownAddress(settings, types, pool)),
      }),
  }
}

export type Auth = ReturnType<typeof createAuth>

const forbidden = (said: unknown, url: string, { name }: Project): AppError =>
  new AppError('provider.forbidden', {
    host: new URL(url).host,
    right: projectRole(name),
    said: typeof said === 'string' ? said : '',
  })

/** A refusal names the project's role. */
const roled = (error: AppError, project: Project): AppError =>
  error.code === 'provider.forbidden'
    ? new AppError(error.code, { ...error.details, right: projectRole(project.name) })
    : error
