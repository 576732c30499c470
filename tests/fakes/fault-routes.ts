export type FakeRequest = {
  method: string
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: string
}

/** `status` 200 where it is left out. `json` is sent as JSON; a string in `text` as it stands. */
export type FakeAnswer = {
  status?: number
  headers?: Record<string, string>
  json?: unknown
  text?: string
}

export type FakeHandler = (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>

/** `pattern`: `GET /v1/servers/:id`; `*` at its end takes the rest of the path. */
export type FakeRoute = { pattern: string; handle: FakeHandler }

type Match = { route: FakeRoute; params: Record<string, string> }

/** The first route that fits: put the special ones first. */
export function findRoute(routes: readonly FakeRoute[], method: string, path: string): Match | null {
  for (const route of routes) {
    const params = matchPattern(route.pattern, method, path)
    if (params) return { route, params }
  }
  return null
}

function matchPattern(pattern: string, method: string, path: string): Record<string, string> | null {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ')
  if (wantedMethod !== '*' && wantedMethod !== method) return null
  const wanted = wantedPath.split('/')
  const given = path.split('/')
  const params: Record<string, string> = {}
  for (const [index, step] of wanted.entries()) {
    if (step === '*' && index === wanted.length - 1) return params
    const part = given[index]
    if (part === undefined) return null
    if (step.startsWith(':')) {
      if (part === '') return null
      params[step.slice(1)] = decodeURIComponent(part)
    } else if (step !== part) return null
  }
  return wanted.length === given.length ? params : null
}
