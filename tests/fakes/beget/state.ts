import { type FakeList, fakeList, type Json } from './fake-list.ts'
import { makeBase, makeDomain, makeFtp, makeMailbox, makeSite, makeSubdomain } from './hosting.ts'
import { fakeId, makeCopy, makeImage, makeServer, makeSnapshot, PROJECT_ID, serverId } from './servers.ts'
import { makeDatabaseCopy, makeService } from './services.ts'

/** The ticks of the hosting API, as the first half of its methods names them. */
export const BEGET_TICKS = ['user', 'domain', 'site', 'mysql', 'ftp', 'mail'] as const
export type BegetTick = (typeof BEGET_TICKS)[number]

type BegetCounts = {
  servers: number
  services: number
  snapshots: number
  images: number
  copies: number
  domains: number
  subdomains: number
  sites: number
  bases: number
  ftp: number
  mailboxes: number
}

type BegetAccount = {
  login: string
  password: string
  apiPassword: string
  customerId: string
  /** The word that a login without a code gets, and the code; null: no codes. */
  twoFactor: { word: string; code: string } | null
  /** What the login, or the renewal of a token, is refused with whatever is sent. */
  loginError: string | null
  refreshError: string | null
  tokenLifeMs: number
  /** Whether tokens tell when they were made. */
  hasIssueTime: boolean
  isHostingApiOn: boolean
  ticks: Set<BegetTick>
  /** How a closed section says so. */
  closedAs: 'Method disabled' | 'Cannot access method'
  balance: string | number
  /** The plan's own cost a day. */
  planDaily: number
  isYearPlan: boolean
  /** What the account's rate counts: real accounts' holds the services too. */
  rateCovers: 'everything' | 'plan'
  /** Fields that take the place of what the account would say. */
  facts: Json
}

export type BegetState = {
  account: BegetAccount
  servers: FakeList
  services: FakeList
  snapshots: FakeList
  images: FakeList
  copies: FakeList
  databaseCopies: FakeList
  addresses: FakeList
  networks: FakeList
  projects: FakeList
  domains: FakeList
  subdomains: FakeList
  sites: FakeList
  bases: FakeList
  ftp: FakeList
  mailboxes: FakeList
}

const COUNTS: BegetCounts = {
  servers: 6,
  services: 4,
  snapshots: 2,
  images: 1,
  copies: 14,
  domains: 4,
  subdomains: 3,
  sites: 4,
  bases: 5,
  ftp: 2,
  mailboxes: 9,
}

const NOTHING = Object.fromEntries(Object.keys(COUNTS).map((name) => [name, 0])) as BegetCounts

export type BegetOptions = Partial<Omit<BegetAccount, 'ticks' | 'facts'>> & {
  ticks?: readonly BegetTick[]
  facts?: Json
  /** How many of each; the rest as a small company has them, or nothing at all. */
  counts?: Partial<BegetCounts>
  isEmpty?: boolean
  /** One blocked for debt and one whose host is down, the way real lists have them. Needs three servers. */
  hasTroubles?: boolean
}

export function buildBegetState(options: BegetOptions = {}): BegetState {
  const { counts: wanted, isEmpty = false, hasTroubles = false, ticks, facts = {}, ...account } = options
  const counts = { ...(isEmpty ? NOTHING : COUNTS), ...wanted }
  const state: BegetState = {
    account: {
      login: 'ivanov',
      password: 'not-a-real-password',
      apiPassword: 'not-a-real-api-password',
      customerId: '123456',
      twoFactor: null,
      loginError: null,
      refreshError: null,
      tokenLifeMs: 3_600_000,
      hasIssueTime: false,
      isHostingApiOn: true,
      closedAs: 'Method disabled',
      balance: 1339.57,
      planDaily: 12.66,
      isYearPlan: false,
      rateCovers: 'everything',
      ...account,
      ticks: new Set(ticks ?? BEGET_TICKS),
      facts,
    },
    servers: fakeList(counts.servers, makeServer),
    services: fakeList(counts.services, makeService),
    snapshots: fakeList(counts.snapshots, makeSnapshot),
    images: fakeList(counts.images, makeImage),
    copies: fakeList(counts.copies, makeCopy),
    databaseCopies: fakeList(counts.services > 0 ? 1 : 0, makeDatabaseCopy),
    addresses: fakeList(
      counts.servers > 1 ? 1 : 0,
      () => ({ ip: '203.0.113.222', vps_id: serverId(1), region: 'ru2' }),
      'ip',
    ),
    networks: fakeList(counts.servers > 0 ? 1 : 0, () => ({
      id: 77,
      subnet: '10.20.0.0',
      mask: '24',
      region: 'ru1',
    })),
    projects: fakeList(1, () => ({ id: PROJECT_ID, name: 'Магазин', is_default: true })),
    domains: fakeList(counts.domains, makeDomain),
    subdomains: fakeList(counts.subdomains, makeSubdomain),
    sites: fakeList(counts.sites, makeSite),
    bases: fakeList(counts.bases, makeBase, 'name'),
    ftp: fakeList(counts.ftp, makeFtp, 'login'),
    mailboxes: fakeList(counts.mailboxes, makeMailbox, 'mailbox'),
  }
  if (hasTroubles) {
    state.servers.update(serverId(0), (server) => {
      server.archived = true
      server.status = 'STOPPED'
    })
    state.servers.update(serverId(1), (server) => {
      server.host_unavailable = true
    })
    state.servers.update(serverId(2), (server) => {
      const software = server.software as Json
      software.license = [
        {
          id: fakeId('11c00000', 0),
          display_name: 'ISPmanager Lite',
          billing: { daily: { price_day: 8, price_month: 240 } },
        },
        {
          id: fakeId('11c00000', 1),
          display_name: 'Backup agent',
          billing: { monthly: { price_month: 60 } },
        },
      ]
    })
  }
  return state
}
