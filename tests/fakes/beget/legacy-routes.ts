import type { FakeAnswer, FakeRequest, FakeRoute } from '../fault-routes.ts'
import { accountInfo } from './account.ts'
import { zones } from './hosting.ts'
import type { BegetState, BegetTick } from './state.ts'

const MINUTE_MS = 60_000
const PER_MINUTE = 60

const success = (result: unknown): FakeAnswer => ({
  json: { status: 'success', answer: { status: 'success', result } },
})
const methodError = (error_code: string, error_text: string): FakeAnswer => ({
  json: { status: 'success', answer: { status: 'error', errors: [{ error_code, error_text }] } },
})
const queryError = (error_code: string | null, error_text: string): FakeAnswer => ({
  json: { status: 'error', error_text, ...(error_code === null ? {} : { error_code }) },
})

const WRONG = queryError('AUTH_ERROR', 'No such user or wrong password')

/** The hosting API: two layers of envelopes, one status, sixty requests a minute. */
export function legacyRoutes(state: BegetState, nowMs: () => number): FakeRoute[] {
  let recent: number[] = []

  function isTooFast(): boolean {
    const now = nowMs()
    recent = recent.filter((atMs) => atMs > now - MINUTE_MS)
    recent.push(now)
    return recent.length > PER_MINUTE
  }

  function admit(tick: BegetTick, method: string, { body }: FakeRequest): FakeAnswer | null {
    const { account } = state
    const form = new URLSearchParams(body)
    const isKnown = form.get('login') === account.login && form.get('passwd') === account.apiPassword
    if (!account.isHostingApiOn || !isKnown) return WRONG
    if (isTooFast()) return methodError('LIMIT_ERROR', 'Limit of requests exceeded')
    if (account.ticks.has(tick)) return null
    // Without this tick Beget does not know the right password either.
    if (tick === 'user') return WRONG
    return account.closedAs === 'Method disabled'
      ? queryError(null, 'Method disabled')
      : queryError('AUTH_ERROR', `Cannot access method ${method}`)
  }

  const inputOf = ({ body }: FakeRequest): Record<string, string> =>
    JSON.parse(new URLSearchParams(body).get('input_data') ?? '{}') as Record<string, string>

  const method = (name: string, result: (request: FakeRequest) => FakeAnswer): FakeRoute => {
    const [tick = 'user'] = name.split('/') as [BegetTick]
    return {
      pattern: `POST /api/${name}`,
      handle: (request) => admit(tick, tick, request) ?? result(request),
    }
  }

  function mailboxes(request: FakeRequest): FakeAnswer {
    const { domain = '' } = inputOf(request)
    const isKnown = state.domains.all().some(({ fqdn }) => fqdn === domain)
    if (!isKnown) return methodError('INVALID_DATA', 'Invalid domain name')
    return success(state.mailboxes.all().filter((box) => box.domain === domain))
  }

  return [
    method('user/getAccountInfo', () => success(accountInfo(state))),
    method('domain/getList', () => success(state.domains.all())),
    method('domain/getSubdomainList', () => success(state.subdomains.all())),
    method('domain/getZoneList', () => success(zones())),
    method('site/getList', () => success(state.sites.all())),
    method('mysql/getList', () => success(state.bases.all())),
    method('ftp/getList', () => success(state.ftp.all())),
    method('mail/getMailboxList', mailboxes),
    { pattern: 'POST /api/*', handle: () => queryError('NO_SUCH_METHOD', 'No such method') },
  ]
}
