import { describe, expect, test } from 'vitest'
import { problemsOf, type Surroundings } from '#main/core/allocation/rule-problems.ts'
import type { AllocationRule, RuleOutcome } from '#shared/contract/allocation.ts'
import type { CostCondition } from '#shared/contract/costs.ts'
import { day } from '#shared/lib/day.ts'

const around: Surroundings = {
  dimension: (dimension) =>
    dimension === 'virtual:gone'
      ? 'gone'
      : dimension === 'virtual:self'
        ? 'self'
        : dimension === 'virtual:off'
          ? 'off'
          : dimension === 'invoice'
            ? 'ofLines'
            : 'known',
  series: (id) => (id === 'gone' || id === 'noParts' ? id : 'known'),
}

const service = (...values: string[]): CostCondition => ({ dimension: 'service', op: 'is', values })
const rule = (
  id: string,
  outcome: RuleOutcome | string,
  more: Partial<AllocationRule> = {},
): AllocationRule => ({
  id,
  name: '',
  isOn: true,
  where: [[service('CDN')]],
  cost: null,
  from: null,
  to: null,
  outcome: typeof outcome === 'string' ? { kind: 'part', part: outcome } : outcome,
  ...more,
})
const said = (...rules: AllocationRule[]) =>
  problemsOf(rules, around).map(({ code, severity, ruleId, otherRuleId, subject }) =>
    [severity, code, ruleId, otherRuleId ?? subject].join(' ').trim(),
  )
const percents = (...all: string[]): RuleOutcome => ({
  kind: 'percent',
  parts: all.map((percent, at) => ({ part: `p${at}`, percent })),
})

describe('a rule by itself', () => {
  test('gives away exactly a hundred per cent', () => {
    expect(said(rule('a', percents('33.3333', '33.3333', '33.3334')))).toEqual([])
    expect(said(rule('a', percents('50', '49.9999')))).toEqual(['error percent.notHundred a 99.9999'])
    expect(said(rule('a', percents('60', '60')))).toEqual(['error percent.notHundred a 120'])
  })

  test('names each part once', () => {
    expect(said(rule('a', { kind: 'even', parts: ['x', 'y', 'x'] }))).toEqual(['error part.twice a x'])
  })

  test('has days and amounts to hold for', () => {
    const cost = { from: '10', to: '9.99', currency: 'RUB' as const }
    expect(said(rule('a', 'x', { from: day('2026-02-01'), to: day('2026-01-31') }))).toEqual([
      'error range.empty a',
    ])
    expect(said(rule('a', 'x', { cost }))).toEqual(['error cost.empty a'])
    expect(said(rule('a', 'x', { cost: { ...cost, from: null, to: null } }))).toEqual(['error cost.empty a'])
    expect(said(rule('a', 'x', { cost: { ...cost, to: '10' } }))).toEqual([])
  })

  test('looks at what there is, and not at itself', () => {
    const looksAt = (dimension: CostCondition['dimension']) =>
      said(rule('a', 'x', { where: [[{ dimension, op: 'notEmpty', values: [] }]] }))
    expect(looksAt('virtual:gone')).toEqual(['error dimension.gone a virtual:gone'])
    expect(looksAt('virtual:off')).toEqual(['warning dimension.gone a virtual:off'])
    expect(looksAt('virtual:self')).toEqual(['error dimension.self a virtual:self'])
    expect(looksAt('invoice')).toEqual(['error dimension.ofLines a invoice'])
    expect(said(rule('a', { kind: 'copy', dimension: 'virtual:self' }))).toEqual([
      'error dimension.self a virtual:self',
    ])
  })

  test('splits by a series that is there and tells of parts', () => {
    const by = (seriesId: string) =>
      said(rule('a', { kind: 'metric', by: { kind: 'series', seriesId }, parts: [] }))
    expect(by('orders')).toEqual([])
    expect(by('gone')).toEqual(['error series.gone a gone'])
    expect(by('noParts')).toEqual(['error series.noParts a noParts'])
  })
})

describe('rules that get in each other’s way', () => {
  test('contradict when they say otherwise of the same, however it is written', () => {
    const one = rule('a', 'x', {
      where: [[service('CDN', 'Mail'), { dimension: 'region', op: 'is', values: ['r'] }]],
    })
    const other = rule('b', 'y', {
      where: [[{ dimension: 'region', op: 'is', values: ['r'] }, service('Mail', 'CDN')]],
    })
    expect(said(one, other)).toEqual(['error rule.contradicts b a'])
    expect(said(one, { ...other, outcome: one.outcome })).toEqual(['warning rule.neverReached b a'])
    expect(said(one, { ...other, isOn: false })).toEqual([])
  })

  test('do not when one holds for some days before the other holds for all', () => {
    const march = { from: day('2026-03-01'), to: day('2026-03-31') }
    expect(said(rule('a', 'x', march), rule('b', 'y'))).toEqual([])
    expect(said(rule('b', 'y'), rule('a', 'x', march))).toEqual(['error rule.contradicts a b'])
  })

  test('are never reached behind one that takes everything, unless that copies what is not always there', () => {
    const all = rule('all', 'x', { where: [] })
    expect(said(all, rule('b', 'y'))).toEqual([
      'warning rule.neverReached b all',
      'warning rule.matchesAll all b',
    ])
    expect(said(rule('b', 'y'), all)).toEqual([])
    expect(
      said(rule('copy', { kind: 'copy', dimension: 'tag:team' }, { where: [] }), rule('b', 'y')),
    ).toEqual([])
  })
})
