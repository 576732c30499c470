import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import {
  amountValue,
  currencyValue,
  dayValue,
  fileValue,
  labelValue,
  nothing,
  pageValue,
  providerValue,
} from './values.ts'

export const importSources = [
  'focus',
  'yandex',
  'selectelServices',
  'selectelWriteOffs',
  'vk',
  'timeweb',
  'beget',
  'awsCur',
  'azure',
  'gcp',
  'mapped',
] as const
export type ImportSource = (typeof importSources)[number]

/**
 * `reading` → `asking` (the person has to answer something) or `ready` (preview) → `committed` → `withdrawn`.
 * `paused`: the program ended amid reading; goes on from the start of the file.
 */
const parcelStatuses = [
  'waiting',
  'reading',
  'paused',
  'asking',
  'ready',
  'same',
  'committed',
  'withdrawn',
  'failed',
  'cancelled',
] as const
export type ParcelStatus = (typeof parcelStatuses)[number]

const importOrigins = ['window', 'terminal', 'folder', 'parcel'] as const
export type ImportOrigin = (typeof importOrigins)[number]

/** `replace`: for the days that it tells of, the file holds instead of what files told before. `add`: besides it. */
const importModes = ['replace', 'add'] as const
export type ImportMode = (typeof importModes)[number]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const
export type Encoding = (typeof encodings)[number]

export const dateOrders = ['dayFirst', 'monthFirst'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What the file alone cannot decide. */
const questions = ['mapping', 'dateOrder', 'currency', 'account', 'provider', 'decimal'] as const
export type Question = (typeof questions)[number]

/** Columns that a table of any kind can be mapped to. */
export const mappingTargets = [
  'date',
  'dateEnd',
  'cost',
  'listCost',
  'currency',
  'account',
  'subAccount',
  'service',
  'category',
  'region',
  'resourceId',
  'resourceName',
  'sku',
  'description',
  'quantity',
  'unit',
  'invoiceId',
  'tax',
] as const
export type MappingTarget = (typeof mappingTargets)[number]

const columnName = z.string().max(300)

const mappingSpec = z
  .object({
    provider: providerValue,
    /** Fixed values for what no column holds. */
    account: z.string().trim().max(200).nullable(),
    currency: currencyValue.nullable(),
    columns: z.partialRecord(z.enum(mappingTargets), columnName),
    /** Columns that become tags of the line. */
    tags: z.array(columnName).max(50),
    dateOrder: z.enum(dateOrders).nullable(),
    decimal: z.enum(['.', ',']).nullable(),
  })
  .strict()
export type MappingSpec = z.infer<typeof mappingSpec>

const answersValue = z
  .object({
    source: z.enum(importSources).optional(),
    encoding: z.enum(encodings).optional(),
    separator: z.enum([',', ';', '\t', '|']).optional(),
    dateOrder: z.enum(dateOrders).optional(),
    decimal: z.enum(['.', ',']).optional(),
    currency: currencyValue.optional(),
    provider: providerValue.optional(),
    account: z.string().trim().min(1).max(200).optional(),
    mapping: mappingSpec.optional(),
    /** Kept under this name for the next file with this header. */
    mappingName: labelValue.optional(),
    /** Rows that repeat another one of the file word for word go to the quarantine. */
    dropsRepeats: z.boolean().optional(),
  })
  .strict()
export type ImportAnswers = z.infer<typeof answersValue>

const readingView = z.object({
  format: z.enum(['csv', 'parquet', 'xlsx']),
  compression: z.enum(['none', 'gzip', 'snappy', 'zstd', 'mixed']),
  encoding: z.enum(encodings).nullable(),
  separator: z.string().nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  dateOrder: z.enum(dateOrders).nullable(),
  sheet: z.string().nullable(),
  header: z.array(z.string()),
  /** FOCUS's version, where it is FOCUS. */
  version: z.string().nullable(),
  hasManifest: z.boolean(),
  /** Columns that were not understood and are kept as they are. */
  unknownColumns: z.array(z.string()),
  questions: z.array(z.enum(questions)),
  answers: answersValue,
  mappingId: z.number().nullable(),
})
export type ReadingView = z.infer<typeof readingView>

const sumView = z.object({ lines: z.number(), billed: amountValue, effective: amountValue })

/** What kept rows look odd for; each is told with how many and how much. */
const doubts = [
  'repeated',
  'future',
  'longAgo',
  'otherMonth',
  'totalMismatch',
  'totalMatches',
  'notFull',
  'secondHeader',
] as const
export type Doubt = (typeof doubts)[number]

const summaryView = z.object({
  accounts: z.array(
    sumView.extend({
      provider: providerValue,
      accountRef: z.string(),
      accountName: z.string().nullable(),
      connectionId: z.string().nullable(),
      currency: currencyValue,
      from: dayValue,
      to: dayValue,
    }),
  ),
  months: z.array(sumView.extend({ accountRef: z.string(), month: z.string(), currency: currencyValue })),
  /** The dearest first, at most a hundred. */
  services: z.array(sumView.extend({ service: z.string(), currency: currencyValue })),
  doubts: z.array(
    z.object({
      code: z.enum(doubts),
      rows: z.number(),
      amount: amountValue.nullable(),
      currency: currencyValue.nullable(),
      /** A line of the file to look at. */
      line: z.number().nullable(),
      /** For a total that differs: what the file says. */
      said: amountValue.nullable(),
    }),
  ),
  reasons: z.array(z.object({ reason: z.string(), column: z.string().nullable(), rows: z.number() })),
})
export type SummaryView = z.infer<typeof summaryView>

/** Against what the store counts now for the same accounts and months. */
const differenceView = z.object({
  provider: providerValue,
  accountRef: z.string(),
  month: z.string(),
  currency: currencyValue,
  /** Days of the month that the file tells of. */
  days: z.number(),
  kind: z.enum(['new', 'same', 'changed']),
  before: sumView.nullable(),
  /** Of what counted before: told by the API, which will not count for these days any more. */
  isFromApi: z.boolean(),
  after: sumView,
  change: amountValue,
  isClosed: z.boolean(),
})
export type ImportDifference = z.infer<typeof differenceView>

const importView = z.object({
  id: z.number(),
  status: z.enum(parcelStatuses),
  origin: z.enum(importOrigins),
  source: z.enum(importSources).nullable(),
  fileName: z.string(),
  files: z.number(),
  bytes: z.number(),
  mode: z.enum(importModes),
  rowsIn: z.number(),
  rowsKept: z.number(),
  rowsRejected: z.number(),
  /** While it is read: bytes of all files read so far. */
  bytesRead: z.number(),
  rowsPerSecond: z.number(),
  totals: z.array(z.object({ currency: currencyValue, billed: amountValue })),
  from: dayValue.nullable(),
  to: dayValue.nullable(),
  providers: z.array(providerValue),
  by: z.string().nullable(),
  createdAtMs: z.number(),
  committedAtMs: z.number().nullable(),
  withdrawnAtMs: z.number().nullable(),
  /** Days of it that still count, of the days that it told of. */
  liveDays: z.number(),
  days: z.number(),
  /** The parcel that told the same before. */
  sameAs: z.number().nullable(),
  problem: problemValue.nullable(),
})
export type ImportView = z.infer<typeof importView>

const parcelId = z.int().min(1)
const one = z.object({ id: parcelId }).strict()
const connectionId = z.string().min(1).max(64)

const importEvents = ['imports.progressed'] as const
const ledgerEvents = ['imports.progressed', 'data.changed'] as const

export const imports = {
  /** Files given to the host before (`host.openFiles`); parts and manifest of one delivery become one import. */
  'imports.start': command({
    permission: 'data.write',
    input: z.object({ tokens: z.array(z.string().min(1).max(64)).min(1).max(200) }).strict(),
    output: z.object({ ids: z.array(parcelId) }),
    causes: importEvents,
  }),
  /** Newest first. */
  'imports.list': query({
    permission: 'data.read',
    input: z.object({ statuses: z.array(z.enum(parcelStatuses)).optional(), ...pageValue }).strict(),
    output: z.object({ items: z.array(importView), total: z.number() }),
  }),
  'imports.get': query({
    permission: 'data.read',
    input: one,
    output: z.object({
      item: importView,
      reading: readingView.nullable(),
      summary: summaryView.nullable(),
      differences: z.array(differenceView),
    }),
  }),
  /** The first rows as they stand in the file, for the mapping wizard, with a proposal. */
  'imports.getSample': query({
    permission: 'data.read',
    input: one,
    output: z.object({
      header: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      proposal: mappingSpec,
    }),
  }),
  /** Reads the file again with what the person answered. */
  'imports.answer': command({
    permission: 'data.write',
    input: z.object({ id: parcelId, answers: answersValue }).strict(),
    output: z.object({}),
    causes: importEvents,
  }),
  'imports.commit': command({
    permission: 'data.write',
    input: z.object({ id: parcelId, mode: z.enum(importModes).default('replace') }).strict(),
    output: z.object({ lines: z.number(), replacedLines: z.number() }),
    causes: ledgerEvents,
  }),
  /** Stops reading. What was read goes. */
  'imports.cancel': command({
    permission: 'data.write',
    input: one,
    output: z.object({}),
    causes: importEvents,
  }),
  /** Reads on what was interrupted, cancelled or has failed. */
  'imports.resume': command({
    permission: 'data.write',
    input: one,
    output: z.object({}),
    causes: importEvents,
  }),
  /** Takes a parcel that is not committed out of the list, with all that was read of it. */
  'imports.remove': command({
    permission: 'data.write',
    input: one,
    output: z.object({}),
    causes: importEvents,
  }),
  /** Takes a committed parcel back: what it replaced counts again. */
  'imports.withdraw': command({
    permission: 'data.write',
    input: one,
    output: z.object({}),
    causes: ledgerEvents,
  }),
  'imports.listRejected': query({
    permission: 'data.read',
    input: z.object({ id: parcelId.optional(), ...pageValue }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          importId: parcelId,
          fileName: z.string(),
          line: z.number(),
          text: z.string(),
          reason: z.string(),
          column: z.string().nullable(),
          value: z.string().nullable(),
        }),
      ),
      total: z.number(),
    }),
  }),
  'imports.exportRejected': query({
    permission: 'data.read',
    input: z
      .object({
        id: parcelId.optional(),
        format: z.enum(['csv', 'xlsx']),
        language: z.enum(['ru', 'en']).default('ru'),
      })
      .strict(),
    output: fileValue,
  }),
  /** Which days of which account are there, and from what. */
  'imports.getCoverage': query({
    permission: 'data.read',
    input: z.object({ from: dayValue, to: dayValue, connectionId: connectionId.optional() }).strict(),
    output: z.object({
      accounts: z.array(
        z.object({
          connectionId,
          name: z.string(),
          provider: providerValue,
          firstDay: dayValue.nullable(),
          lastDay: dayValue.nullable(),
          days: z.array(
            z.object({
              day: dayValue,
              lines: z.number(),
              from: z.enum(['api', 'file']),
              importId: parcelId.nullable(),
              fileName: z.string().nullable(),
              atMs: z.number(),
              billed: z.array(z.object({ currency: currencyValue, amount: amountValue })),
              /** How many earlier versions of the day are kept. */
              replaced: z.number(),
            }),
          ),
          /** Days between the first and the last that nothing tells of. */
          gaps: z.array(z.object({ from: dayValue, to: dayValue })),
        }),
      ),
    }),
  }),
  'imports.listMappings': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          name: z.string(),
          header: z.array(z.string()),
          spec: mappingSpec,
          createdAtMs: z.number(),
          usedAtMs: z.number(),
        }),
      ),
    }),
  }),
  'imports.updateMapping': command({
    permission: 'data.write',
    input: z.object({ id: z.int().min(1), name: labelValue }).strict(),
    output: z.object({}),
    causes: importEvents,
  }),
  'imports.removeMapping': command({
    permission: 'data.write',
    input: z.object({ id: z.int().min(1) }).strict(),
    output: z.object({}),
    causes: importEvents,
  }),
  'imports.getFolder': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      path: z.string().nullable(),
      isOn: z.boolean(),
      lookedAtMs: z.number().nullable(),
      problem: problemValue.nullable(),
    }),
  }),
  /** New files in it come in by themselves; what needs an answer waits in the list. `path` null: none. */
  'imports.updateFolder': command({
    permission: 'settings.write',
    input: z.object({ path: z.string().trim().min(1).max(1000).nullable(), isOn: z.boolean() }).strict(),
    output: z.object({}),
    causes: importEvents,
  }),
}
