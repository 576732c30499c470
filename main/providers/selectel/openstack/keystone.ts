import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import { looseId, looseInstant, looseText } from '#main/providers/http/tolerant.ts'
import type { Http } from '#main/providers/http/types.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Catalogue, catalogueOf, wireCatalogue } from './catalogue.ts'

/** Where a token is made, for whom. */
export type Identity = { url: string; user: string; domain: string; password: string }

type TokenScope = { project: string } | { domain: string }

export type Token = { value: string; expiresAtMs: number | null; catalogue: Catalogue }

const wireToken = z.object({
  token: z.object({ expires_at: looseInstant('UTC'), catalog: wireCatalogue.optional() }),
})

/** A new token. Throws provider.badCredentials for a wrong password and provider.forbidden without a right on the scope. */
export async function login(http: Http, identity: Identity, scope: TokenScope): Promise<Token> {
  const { url, user, domain, password } = identity
  return http.json(
    {
      method: 'POST',
      url: `${url}/auth/tokens`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: user, domain: { name: domain }, password } },
          },
          scope: 'project' in scope ? { project: { id: scope.project } } : { domain: { name: scope.domain } },
        },
      }),
      endpoint: 'identity',
      isReadOnly: true,
    },
    // Whatever is 2xx `accept` has taken.
    z.never(),
    { accept: (answer) => (answer.status >= 200 && answer.status < 300 ? tokenOf(answer, url) : undefined) },
  )
}

/** The token itself comes in a header: whoever logs the body sees nothing of it. */
function tokenOf(
  { headers, body }: { headers: Readonly<Record<string, string>>; body: unknown },
  url: string,
): Token {
  const value = headers['x-subject-token']
  const wire = wireToken.safeParse(body)
  if (!value || !wire.success) {
    const problem = value ? 'token' : 'x-subject-token'
    throw new AppError('provider.badAnswer', { host: new URL(url).host, path: problem, problem: 'missing' })
  }
  const { expires_at, catalog } = wire.data.token
  return {
    value,
    expiresAtMs: expires_at,
    catalogue: catalogueOf(catalog ?? { items: [], received: 0, unreadable: 0, first: null }),
  }
}

const wireProjects = z.object({
  projects: eachOf(z.object({ id: looseId(), name: looseText() })),
})

/** Every project that the token's owner may enter. */
export async function listOwnProjects(http: Http, identity: Identity, token: Token) {
  const { projects } = await http.json(
    {
      method: 'GET',
      url: `${identity.url}/auth/projects`,
      headers: { 'x-auth-token': token.value },
      endpoint: 'identity/projects',
    },
    wireProjects,
  )
  return projects.items
}
