import { projectId } from './ids.ts'
import type { Quirks, SelectelModel } from './model.ts'

const FAKE_ACCOUNT = {
  number: '236061',
  token: 'not-a-real-selectel-static-token',
  user: 'finops-ro',
  password: 'not-a-real-selectel-password',
  enabled: true,
  locked: false,
}

const ALL_GROUPINGS = ['project', 'project_object_region_metric', 'object_metric', 'object']
const DOCUMENTED = [
  'vpc',
  'serverless',
  'mks',
  'dbaas',
  'storage',
  'cdn',
  'vmware',
  'craas',
  'ones',
  'mobfarm',
  'ses',
]

const usual: Quirks = {
  hasMisplacedSettings: false,
  groupings: new Set(ALL_GROUPINGS),
  products: new Set([...DOCUMENTED, 'private_storage', 'inference', 'netdisk']),
  hasCatalogue: true,
  hasEmbeddedFlavors: true,
  refusesVersions: false,
  lag: {},
  withoutStorage: new Set(),
  silent: new Set(),
  hasMetrics: true,
  junkRows: [],
}

/** An account with two projects in two pools and nothing in them. */
export function emptyModel(nowMs: () => number): SelectelModel {
  return {
    account: { ...FAKE_ACCOUNT },
    projects: [
      { id: projectId(1), name: 'prod' },
      { id: projectId(2), name: 'stage' },
    ],
    hiddenFrom: { bill: new Set(), account: new Set() },
    pools: ['ru-3', 'ru-7'],
    things: new Map(),
    report: [],
    transactions: [],
    balances: { main: 1_204_300, bonus: 50_000, vk_rub: 0 },
    forecastHours: 412,
    entrances: null,
    hasAccountRole: true,
    denied: new Set(),
    currency: 'rub',
    tokenLifeMs: 24 * 3_600_000,
    quirks: { ...usual },
    nowMs,
  }
}
