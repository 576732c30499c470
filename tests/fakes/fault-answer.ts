import { freshIds, removeField, renameField, setField } from './fault-edit.ts'
import type { Fault } from './fault-kinds.ts'
import type { ActiveFault } from './fault-list.ts'
import type { FakeAnswer, FakeRequest, FakeRoute } from './fault-routes.ts'

const SIGN_IN_PAGE = '<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body>Sign in</body></html>'

/** What the route says, then what its faults make of it. */
export async function answerOf(
  route: FakeRoute | null,
  request: FakeRequest,
  struck: readonly ActiveFault[],
  answered: Map<string, FakeAnswer>,
): Promise<FakeAnswer> {
  const replaced = struck.map(({ fault }) => replacement(fault)).find((answer) => answer !== null)
  if (replaced) return replaced
  const repeats = struck.some(({ fault }) => fault.kind === 'repeatPage')
  const before = route && repeats ? answered.get(route.pattern) : undefined
  if (before) return before
  if (!route) return { status: 404, json: { error: `no such route: ${request.method} ${request.path}` } }
  let answer = await route.handle(struck.reduce(asFirstPage, request))
  for (const { fault, round } of struck) answer = changed(answer, fault, round, request)
  answered.set(route.pattern, answer)
  return answer
}

/** Answers that need no handler. */
function replacement(fault: Fault): FakeAnswer | null {
  switch (fault.kind) {
    case 'rateLimit': {
      const headers: Record<string, string> =
        fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
      return { status: 429, headers, json: { error: 'too many requests' } }
    }
    case 'status': {
      const { status, json, text, headers = {} } = fault
      return { status, headers, ...(json === undefined ? { text: text ?? '' } : { json }) }
    }
    case 'html':
      return { headers: { 'content-type': 'text/html; charset=utf-8' }, text: SIGN_IN_PAGE }
    case 'redirect':
      return { status: 302, headers: { location: fault.to }, text: '' }
    default:
      return null
  }
}

function asFirstPage(request: FakeRequest, { fault }: ActiveFault): FakeRequest {
  if (fault.kind !== 'endless') return request
  const query = new URLSearchParams(request.query)
  for (const name of fault.paging) query.delete(name)
  return { ...request, query }
}

function changed(answer: FakeAnswer, fault: Fault, round: number, request: FakeRequest): FakeAnswer {
  if (answer.json === undefined) return answer
  const json = changedJson(answer.json, fault, round, request)
  return json === answer.json ? answer : { ...answer, json }
}

function changedJson(json: unknown, fault: Fault, round: number, request: FakeRequest): unknown {
  switch (fault.kind) {
    case 'remove':
      return removeField(json, fault.path)
    case 'rename':
      return renameField(json, fault.path, fault.to)
    case 'set':
      return setField(json, fault.path, fault.value)
    case 'change':
      return fault.change(structuredClone(json), request)
    case 'endless': {
      let page = freshIds(json, fault.list, fault.id, round)
      if (fault.total) page = setField(page, fault.total, 1_000_000_000)
      if (fault.next) page = setField(page, fault.next.path, fault.next.value(round, request))
      return page
    }
    default:
      return json
  }
}
