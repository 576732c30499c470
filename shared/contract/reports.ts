import { z } from 'zod'
import { command, query } from './call.ts'
import { problemValue } from './connections.ts'
import { reportPage } from './page-ops.ts'
import { reportFormats, reportSpec, reportTemplates } from './report-spec.ts'
import { amountValue, dayValue, labelValue, noteValue, nothing, pageValue } from './values.ts'

const id = z.string().min(1).max(64)

/** Where a report goes besides the archive. The path is the administrator's own: a folder of this machine or a share. */
export const deliveryTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string().trim().min(1).max(1000) }).strict(),
  z
    .object({
      kind: z.literal('mail'),
      to: z.array(z.email().max(254)).min(1).max(30),
      subject: z.string().trim().max(300).default(''),
      text: z.string().max(5000).default(''),
    })
    .strict(),
])
export type DeliveryTarget = z.infer<typeof deliveryTarget>

const deliveryView = z.object({
  id: z.string(),
  target: deliveryTarget,
  status: z.enum(['waiting', 'done', 'retrying', 'failed']),
  attempts: z.number(),
  lastAtMs: z.number().nullable(),
  nextAtMs: z.number().nullable(),
  problem: problemValue.nullable(),
})
export type DeliveryView = z.infer<typeof deliveryView>

const fileView = z.object({
  id: z.string(),
  name: z.string(),
  format: z.enum(reportFormats),
  bytes: z.number(),
  sha256: z.string(),
  /** What the last check of the archive found. */
  state: z.enum(['sound', 'changed', 'missing']),
})
export type ReportFileView = z.infer<typeof fileView>

const runView = z.object({
  id: z.string(),
  reportId: z.string().nullable(),
  scheduleId: z.string().nullable(),
  /** The report's title then. */
  title: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  period: z.object({ from: dayValue, to: dayValue }).nullable(),
  formats: z.array(z.enum(reportFormats)),
  files: z.array(fileView),
  deliveries: z.array(deliveryView),
  /** Why it was produced, in a person's words or by a schedule's name. */
  why: z.string().nullable(),
  byName: z.string().nullable(),
  startedAtMs: z.number(),
  finishedAtMs: z.number().nullable(),
  /** The moment that the report stands for. */
  asOfMs: z.number(),
  /** Names the data that it was made from: equal versions give equal files. */
  dataVersion: z.string(),
  isDataSame: z.boolean(),
  problem: problemValue.nullable(),
})
export type ReportRunView = z.infer<typeof runView>

/** `workday`: of the month, from 1; negative counts from its end. `close`: as soon as a month is closed. */
const scheduleRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cron'), pattern: z.string().trim().min(1).max(200) }).strict(),
  z
    .object({
      kind: z.literal('workday'),
      nth: z
        .int()
        .min(-22)
        .max(22)
        .refine((nth) => nth !== 0, 'there is no such day'),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    })
    .strict(),
  z.object({ kind: z.literal('close') }).strict(),
])
export type ScheduleRule = z.infer<typeof scheduleRule>

const scheduleFields = {
  reportId: id,
  name: labelValue,
  rule: scheduleRule,
  timeZone: z.string().max(64),
  formats: z.array(z.enum(reportFormats)).min(1),
  deliveries: z.array(deliveryTarget).max(10).default([]),
  isOn: z.boolean().default(true),
}

const scheduleView = z.object({
  ...scheduleFields,
  id: z.string(),
  deliveries: z.array(deliveryTarget),
  isOn: z.boolean(),
  reportName: z.string(),
  nextAtMs: z.number().nullable(),
  last: z
    .object({ runId: z.string(), atMs: z.number(), status: runView.shape.status, isLate: z.boolean() })
    .nullable(),
  byName: z.string().nullable(),
})
export type ReportScheduleView = z.infer<typeof scheduleView>

const reportView = z.object({
  id: z.string(),
  name: z.string(),
  spec: reportSpec,
  byName: z.string().nullable(),
  updatedAtMs: z.number(),
  schedules: z.number(),
  lastRun: z.object({ id: z.string(), atMs: z.number(), status: runView.shape.status }).nullable(),
})
export type ReportView = z.infer<typeof reportView>

const retentionValue = z.object({ months: z.int().min(1).max(600).nullable() }).strict()

export const reports = {
  'reports.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(reportView) }),
  }),
  'reports.listTemplates': query({
    permission: 'data.read',
    input: z.object({ language: z.enum(['ru', 'en']) }).strict(),
    output: z.object({ items: z.array(z.object({ key: z.enum(reportTemplates), spec: reportSpec })) }),
  }),
  'reports.add': command({
    permission: 'data.write',
    input: z.object({ name: labelValue, spec: reportSpec }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['reports.changed'],
  }),
  'reports.update': command({
    permission: 'data.write',
    input: z.object({ id, name: labelValue.optional(), spec: reportSpec.optional() }).strict(),
    output: z.object({}),
    causes: ['reports.changed'],
  }),
  /** Refused while a schedule still needs it. What it has produced stays in the archive. */
  'reports.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['reports.changed'],
  }),
  /** A report as a file that another installation reads. */
  'reports.export': query({
    permission: 'data.read',
    input: z.object({ name: labelValue, spec: reportSpec }).strict(),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  }),
  'reports.read': query({
    permission: 'data.read',
    input: z.object({ text: z.string().max(500_000) }).strict(),
    output: z.object({ name: z.string(), spec: reportSpec, missing: z.array(z.string()) }),
  }),
  /** The page as it will print, and how many there will be; long tables are cut short. */
  'reports.preview': query({
    permission: 'data.read',
    input: z.object({ spec: reportSpec, page: z.int().min(1).max(100_000).default(1) }).strict(),
    output: z.object({
      pages: z.number(),
      page: z.number(),
      content: reportPage,
      period: z.object({ from: dayValue, to: dayValue }),
      /** On which page each block begins, and how far down, in points. */
      blocks: z.array(z.object({ id: z.string(), page: z.number(), top: z.number() })),
      /** What the report leaves out, and why. */
      problems: z.array(
        z.object({ blockId: z.string().nullable(), code: z.string(), subject: z.string().nullable() }),
      ),
      isCut: z.boolean(),
    }),
  }),

  /** Produces the files, keeps them in the archive and hands them on. One of `reportId` and `spec`. */
  'reports.start': command({
    permission: 'data.read',
    input: z
      .object({
        reportId: id.optional(),
        spec: reportSpec.optional(),
        formats: z.array(z.enum(reportFormats)).min(1),
        deliveries: z.array(deliveryTarget).max(10).default([]),
        why: noteValue.nullable().default(null),
      })
      .strict()
      .refine(({ reportId, spec }) => (reportId === undefined) !== (spec === undefined), 'one of the two'),
    output: z.object({ runId: z.string() }),
    causes: ['reports.progressed'],
  }),
  'reports.cancel': command({
    permission: 'data.read',
    input: z.object({ runId: id }).strict(),
    output: z.object({}),
    causes: ['reports.progressed'],
  }),
  /** The archive, the latest first. */
  'reports.listRuns': query({
    permission: 'data.read',
    input: z
      .object({
        reportId: id.optional(),
        search: z.string().trim().max(200).default(''),
        /** Of this month's period. */
        month: z
          .string()
          .regex(/^\d{4}-\d{2}$/)
          .optional(),
        ...pageValue,
      })
      .strict(),
    output: z.object({
      items: z.array(runView),
      total: z.number(),
      bytes: z.number(),
      retention: retentionValue,
    }),
  }),
  'reports.getRun': query({
    permission: 'data.read',
    input: z.object({ runId: id }).strict(),
    output: z.object({ run: runView, spec: reportSpec }),
  }),
  /** Puts a file of the archive on the shelf of exports, where `host.saveExport` takes it; a changed one is refused. */
  'reports.takeFile': command({
    permission: 'data.read',
    input: z.object({ runId: id, fileId: id }).strict(),
    output: z.object({ id: z.string(), fileName: z.string() }),
    causes: ['exports.progressed'],
  }),
  /** The same report of the month before, or any other run, figure by figure. */
  'reports.compareRuns': query({
    permission: 'data.read',
    input: z.object({ runId: id, withRunId: id.optional() }).strict(),
    output: z.object({
      /** Null: there is no earlier one. */
      withRunId: z.string().nullable(),
      items: z.array(
        z.object({
          block: z.string(),
          name: z.string(),
          column: z.string(),
          unit: z.string().nullable(),
          before: amountValue.nullable(),
          after: amountValue.nullable(),
        }),
      ),
      same: z.number(),
    }),
  }),
  /** Once more from the same parameters; told is whether the files come out the same. */
  'reports.repeat': command({
    permission: 'data.read',
    input: z.object({ runId: id }).strict(),
    output: z.object({ runId: z.string() }),
    causes: ['reports.progressed'],
  }),
  /** Reads every file of the archive against its checksum. */
  'reports.verify': command({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      checked: z.number(),
      bad: z.array(
        z.object({ runId: z.string(), title: z.string(), name: z.string(), state: fileView.shape.state }),
      ),
    }),
    causes: ['reports.progressed'],
  }),
  'reports.removeRun': command({
    permission: 'settings.write',
    input: z.object({ runId: id }).strict(),
    output: z.object({}),
    causes: ['reports.progressed'],
  }),
  /** Null keeps everything. */
  'reports.updateRetention': command({
    permission: 'settings.write',
    input: retentionValue,
    output: z.object({ removed: z.number() }),
    causes: ['reports.progressed'],
  }),
  /** Sends what is in the archive: a delivery that failed, or a new one. */
  'reports.deliver': command({
    permission: 'data.write',
    input: z.object({ runId: id, target: deliveryTarget }).strict(),
    output: z.object({}),
    causes: ['reports.progressed'],
  }),

  'schedules.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(scheduleView) }),
  }),
  'schedules.add': command({
    permission: 'data.write',
    input: z.object(scheduleFields).strict(),
    output: z.object({ id: z.string() }),
    causes: ['reports.changed'],
  }),
  'schedules.update': command({
    permission: 'data.write',
    input: z
      .object({ ...scheduleFields, deliveries: z.array(deliveryTarget).max(10), isOn: z.boolean() })
      .partial()
      .extend({ id })
      .strict(),
    output: z.object({}),
    causes: ['reports.changed'],
  }),
  'schedules.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['reports.changed'],
  }),
  /** What a rule means: the next moments, before anything is kept. */
  'schedules.explain': query({
    permission: 'data.read',
    input: z.object({ rule: scheduleRule, timeZone: z.string().max(64) }).strict(),
    output: z.object({
      nextAtMs: z.array(z.number()),
      /** Years whose workdays are only assumed, for want of a calendar. */
      assumedYears: z.array(z.number()),
    }),
  }),
  /** The calendar: what was due and what will be. */
  'schedules.listDue': query({
    permission: 'data.read',
    input: z.object({ from: dayValue, to: dayValue }).strict(),
    output: z.object({
      items: z.array(
        z.object({
          scheduleId: z.string(),
          name: z.string(),
          reportName: z.string(),
          atMs: z.number(),
          day: dayValue,
          state: z.enum(['due', 'done', 'late', 'failed', 'missed']),
          runId: z.string().nullable(),
        }),
      ),
      /** Days off in that range, by the calendar. */
      daysOff: z.array(dayValue),
    }),
  }),
  /** Produces what schedules owe by now in this organisation: for machines where no window stands open. */
  'schedules.startDue': command({
    permission: 'data.write',
    input: nothing,
    output: z.object({ runIds: z.array(z.string()) }),
    causes: ['reports.progressed'],
  }),

  'mail.getSettings': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      host: z.string(),
      port: z.number(),
      security: z.enum(['tls', 'startTls', 'none']),
      user: z.string(),
      hasPassword: z.boolean(),
      from: z.string(),
      isSet: z.boolean(),
    }),
  }),
  /** What is left out stays; a null password takes it away. `none` is for this machine's own server only. */
  'mail.updateSettings': command({
    permission: 'settings.write',
    input: z
      .object({
        host: z.string().trim().max(253),
        port: z.int().min(1).max(65535),
        security: z.enum(['tls', 'startTls', 'none']),
        user: z.string().trim().max(254),
        password: z.string().max(500).nullable(),
        from: z.string().trim().max(320),
      })
      .partial()
      .strict(),
    output: z.object({}),
    causes: ['settings.changed', 'vault.changed'],
    reach: 'everyone',
  }),
  'mail.test': command({
    permission: 'settings.write',
    input: z.object({ to: z.email().max(254) }).strict(),
    output: z.object({}),
  }),
}
