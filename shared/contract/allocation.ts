import { z } from 'zod'
import { command, query } from './call.ts'
import { conditionValue, costMetrics, dimensionValue, vatModes } from './costs.ts'
import { amountValue, currencyValue, dayValue, labelValue, nothing, pageValue, ratioValue } from './values.ts'

const id = z.string().min(1).max(64)
/** What costs are given to: the name of a department, a product, a client. */
const partName = labelValue

/** Parts of a hundred with at most four places; together exactly 100. */
const percentText = z.string().regex(/^(?=.*[1-9])\d{1,3}(\.\d{1,4})?$/)
const weightText = z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,6})?$/)

/** What a rule does with the costs that it meets. */
const outcomeValue = z.discriminatedUnion('kind', [
  /** All to one part. */
  z.object({ kind: z.literal('part'), part: partName }).strict(),
  /** To the value of a dimension itself: a tag, a project; what lacks it goes on to the next rule. */
  z.object({ kind: z.literal('copy'), dimension: dimensionValue }).strict(),
  z
    .object({
      kind: z.literal('percent'),
      parts: z
        .array(z.object({ part: partName, percent: percentText }).strict())
        .min(2)
        .max(100),
    })
    .strict(),
  /** Shared costs: split over parts evenly, by weights, or by what the parts cost themselves or a unit series says of them. */
  z.object({ kind: z.literal('even'), parts: z.array(partName).max(100) }).strict(),
  z
    .object({
      kind: z.literal('weight'),
      parts: z
        .array(z.object({ part: partName, weight: weightText }).strict())
        .min(1)
        .max(100),
    })
    .strict(),
  z
    .object({
      kind: z.literal('metric'),
      by: z.union([
        z.object({ kind: z.literal('cost') }).strict(),
        /** Values of a series of business units that are told by part (`business.listSeries`). */
        z.object({ kind: z.literal('series'), seriesId: id }).strict(),
      ]),
      /** None: all parts that have something by themselves. */
      parts: z.array(partName).max(100),
    })
    .strict(),
])
export type RuleOutcome = z.infer<typeof outcomeValue>

/** The first rule that meets a cost decides. */
export const ruleValue = z
  .object({
    id,
    name: z.string().trim().max(120).default(''),
    isOn: z.boolean().default(true),
    /** Within a group all hold, one group is enough; none at all means everything. */
    where: z.array(z.array(conditionValue).min(1).max(30)).max(20),
    /** What the resource cost in the month, in a currency; both ends belong to it. */
    cost: z
      .object({ from: amountValue.nullable(), to: amountValue.nullable(), currency: currencyValue })
      .strict()
      .nullable()
      .default(null),
    /** Days on which it holds. */
    from: dayValue.nullable().default(null),
    to: dayValue.nullable().default(null),
    outcome: outcomeValue,
  })
  .strict()
export type AllocationRule = z.infer<typeof ruleValue>
export const rulesValue = z.array(ruleValue).max(500)

export const virtualKinds = [
  'department',
  'project',
  'product',
  'feature',
  'client',
  'environment',
  'owner',
  'other',
] as const
export type VirtualKind = (typeof virtualKinds)[number]

/** Said of rules as they are written. `error`s keep them from being saved. */
export const ruleProblemCodes = [
  'percent.notHundred',
  'part.twice',
  'range.empty',
  'cost.empty',
  'dimension.gone',
  'dimension.self',
  /** Lines of one resource differ in it (an invoice): rules look at what lines share. */
  'dimension.ofLines',
  'series.gone',
  'series.noParts',
  'rule.matchesNothing',
  'rule.matchesAll',
  'rule.neverReached',
  'rule.contradicts',
] as const
const ruleProblem = z.object({
  code: z.enum(ruleProblemCodes),
  severity: z.enum(['error', 'warning']),
  ruleId: z.string().nullable(),
  /** The rule that takes it all before, or says otherwise of the same. */
  otherRuleId: z.string().nullable(),
  subject: z.string().nullable(),
})
export type RuleProblem = z.infer<typeof ruleProblem>

const coverageView = z.object({
  sums: z.array(
    z.object({ currency: currencyValue, assigned: amountValue, total: amountValue, ratio: ratioValue }),
  ),
  resources: z.number(),
  resourcesLeft: z.number(),
})

const virtualTag = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(virtualKinds),
  isOn: z.boolean(),
  rules: rulesValue,
  byName: z.string().nullable(),
  updatedAtMs: z.number(),
})
export type VirtualTag = z.infer<typeof virtualTag>

const range = { from: dayValue, to: dayValue }

const suggestionKinds = ['name', 'sibling', 'cooccurrence'] as const
const suggestionView = z.object({
  /** Stands as long as what it says is the same. */
  id: z.string(),
  kind: z.enum(suggestionKinds),
  part: z.string(),
  /** The rule that accepting it would add. */
  rule: ruleValue,
  /** Of one. */
  confidence: z.number(),
  evidence: z.object({
    /** `name`: the piece of the name; `sibling`: what they share; `cooccurrence`: the attribute that goes with the part. */
    subject: z.string(),
    /** Known resources that agree, and that say otherwise. */
    agree: z.number(),
    disagree: z.number(),
    examples: z.array(z.string()),
  }),
  resources: z.number(),
  costs: z.array(z.object({ currency: currencyValue, amount: amountValue })),
})
export type SuggestionView = z.infer<typeof suggestionView>

const nodeValue = z
  .object({
    id,
    parentId: id.nullable(),
    name: labelValue,
    /** Values of the hierarchy's dimension whose costs are this node's own. */
    values: z.array(z.string().min(1).max(500)).max(2000),
  })
  .strict()
export type HierarchyNode = z.infer<typeof nodeValue>

const hierarchyValue = {
  name: labelValue,
  dimension: dimensionValue,
  /** Names of its levels from the top: holding, company, department. */
  levels: z.array(labelValue).max(20),
  nodes: z.array(nodeValue).max(5000),
}

const showbackRow = z.object({
  /** A part, or a node; null: what nobody has. */
  key: z.string().nullable(),
  label: z.string().nullable(),
  parentKey: z.string().nullable(),
  depth: z.number(),
  /** Its own, what it got of shared costs, and what it got of the remainder (chargeback). */
  direct: amountValue,
  shared: amountValue,
  remainder: amountValue,
  total: amountValue,
  before: amountValue.nullable(),
  changeRatio: ratioValue,
  share: ratioValue,
  resources: z.number(),
})
export type ShowbackRow = z.infer<typeof showbackRow>

const policyValue = {
  tagKey: z.string().trim().min(1).max(256),
  isRequired: z.boolean(),
  /** Null: any. */
  allowedValues: z.array(z.string().max(256)).max(1000).nullable(),
  /** Whom it concerns; empty: all. */
  providers: z.array(z.string().max(32)).max(20),
  types: z.array(z.string().max(40)).max(40),
}

export const violationKinds = ['missing', 'value', 'case'] as const

export const allocation = {
  'allocation.listTags': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(virtualTag) }),
  }),
  'allocation.addTag': command({
    permission: 'data.write',
    input: z.object({ name: labelValue, kind: z.enum(virtualKinds), rules: rulesValue }).strict(),
    output: z.object({ id: z.string() }),
    causes: ['allocation.changed'],
  }),
  'allocation.updateTag': command({
    permission: 'data.write',
    input: z
      .object({
        id,
        name: labelValue.optional(),
        kind: z.enum(virtualKinds).optional(),
        rules: rulesValue.optional(),
        isOn: z.boolean().optional(),
      })
      .strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  /** Refused while a hierarchy or the terms of a client stand on it; views that use it say so. */
  'allocation.removeTag': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  /** Rules on live data while they are written; nothing is kept. */
  'allocation.preview': query({
    permission: 'data.read',
    input: z.object({ tagId: id.nullable(), rules: rulesValue, ...range }).strict(),
    output: z.object({
      coverage: coverageView,
      rules: z.array(
        z.object({
          ruleId: z.string(),
          resources: z.number(),
          costs: z.array(z.object({ currency: currencyValue, amount: amountValue })),
        }),
      ),
      parts: z.array(
        z.object({
          part: z.string(),
          resources: z.number(),
          costs: z.array(z.object({ currency: currencyValue, amount: amountValue })),
        }),
      ),
      problems: z.array(ruleProblem),
      /** The dearest of what no rule meets. */
      left: z.array(
        z.object({
          resource: z.string().nullable(),
          name: z.string(),
          service: z.string(),
          connectionId: z.string(),
          amount: amountValue,
          currency: currencyValue,
        }),
      ),
    }),
  }),
  'allocation.listSuggestions': query({
    permission: 'data.read',
    input: z.object({ tagId: id, ...range }).strict(),
    output: z.object({ items: z.array(suggestionView), coverage: coverageView }),
  }),
  /** Adds their rules after those that are there; the ones named, or all from that confidence on. */
  'allocation.acceptSuggestions': command({
    permission: 'data.write',
    input: z
      .object({
        tagId: id,
        ids: z.array(z.string().max(64)).max(500).optional(),
        minConfidence: z.number().min(0.5).max(1).optional(),
        ...range,
      })
      .strict(),
    output: z.object({ accepted: z.number() }),
    causes: ['allocation.changed'],
  }),
  'allocation.dismissSuggestion': command({
    permission: 'data.write',
    input: z.object({ tagId: id, suggestionId: z.string().max(64) }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  /** Parts of a virtual tag, or nodes of a hierarchy, with what they cost; of one currency. */
  'allocation.getShowback': query({
    permission: 'data.read',
    input: z
      .object({
        by: z.union([z.object({ tagId: id }).strict(), z.object({ hierarchyId: id }).strict()]),
        ...range,
        compareFrom: dayValue.optional(),
        compareTo: dayValue.optional(),
        metric: z.enum(costMetrics).exclude(['quantity']).default('billed'),
        vat: z.enum(vatModes).default('asBilled'),
        currency: currencyValue.optional(),
        /** `chargeback`: what nobody has is spread over all by what they cost, so that everything is paid for. */
        mode: z.enum(['showback', 'chargeback']).default('showback'),
      })
      .strict(),
    output: z.object({
      currency: currencyValue,
      currencies: z.array(currencyValue),
      rows: z.array(showbackRow),
      total: amountValue,
      before: amountValue.nullable(),
    }),
  }),
  'allocation.exportShowback': query({
    permission: 'data.read',
    input: z
      .object({
        by: z.union([z.object({ tagId: id }).strict(), z.object({ hierarchyId: id }).strict()]),
        ...range,
        metric: z.enum(costMetrics).exclude(['quantity']).default('billed'),
        vat: z.enum(vatModes).default('asBilled'),
        currency: currencyValue.optional(),
        mode: z.enum(['showback', 'chargeback']).default('showback'),
        format: z.enum(['csv', 'xlsx']),
        preset: z.enum(['excelRu', 'machine', 'win1251']).default('excelRu'),
        language: z.enum(['ru', 'en']),
      })
      .strict(),
    output: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      data: z.string(),
      encoding: z.enum(['utf8', 'base64']),
    }),
  }),

  'hierarchies.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          ...hierarchyValue,
          byName: z.string().nullable(),
          updatedAtMs: z.number(),
          /** Values that cost something and belong to no node. */
          unplaced: z.array(z.string()),
        }),
      ),
    }),
  }),
  'hierarchies.add': command({
    permission: 'data.write',
    input: z.object(hierarchyValue).strict(),
    output: z.object({ id: z.string() }),
    causes: ['allocation.changed'],
  }),
  'hierarchies.update': command({
    permission: 'data.write',
    input: z.object({ id, ...hierarchyValue }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  'hierarchies.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),

  'tagPolicies.list': query({
    permission: 'data.read',
    input: nothing,
    output: z.object({ items: z.array(z.object({ id: z.string(), ...policyValue })) }),
  }),
  'tagPolicies.add': command({
    permission: 'data.write',
    input: z.object(policyValue).strict(),
    output: z.object({ id: z.string() }),
    causes: ['allocation.changed'],
  }),
  'tagPolicies.update': command({
    permission: 'data.write',
    input: z.object({ id, ...policyValue }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  'tagPolicies.remove': command({
    permission: 'data.write',
    input: z.object({ id }).strict(),
    output: z.object({}),
    causes: ['allocation.changed'],
  }),
  /** How much of the inventory and of its cost has what the policies ask for, by owner. */
  'tagPolicies.getReport': query({
    permission: 'data.read',
    input: z.object(range).strict(),
    output: z.object({
      resources: z.number(),
      violating: z.number(),
      policies: z.array(
        z.object({
          policyId: z.string(),
          resources: z.number(),
          good: z.number(),
          missing: z.number(),
          wrong: z.number(),
          costRatio: ratioValue,
        }),
      ),
      owners: z.array(
        z.object({
          owner: z.string().nullable(),
          resources: z.number(),
          good: z.number(),
          costs: z.array(z.object({ currency: currencyValue, amount: amountValue, good: amountValue })),
        }),
      ),
    }),
  }),
  'tagPolicies.listViolations': query({
    permission: 'data.read',
    input: z
      .object({
        policyId: id.optional(),
        kind: z.enum(violationKinds).optional(),
        /** A null asks for what has no owner. */
        owner: z.string().max(200).nullable().optional(),
        search: z.string().trim().max(200).default(''),
        ...pageValue,
      })
      .strict(),
    output: z.object({
      total: z.number(),
      items: z.array(
        z.object({
          resourceId: z.number(),
          name: z.string(),
          type: z.string(),
          connectionName: z.string(),
          owner: z.string().nullable(),
          policyId: z.string(),
          tagKey: z.string(),
          kind: z.enum(violationKinds),
          value: z.string().nullable(),
          /** What it probably should be. */
          suggestion: z.string().nullable(),
        }),
      ),
    }),
  }),
}
