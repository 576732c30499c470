import { within } from '#main/core/explorer/bins.ts'
import type { BinView, ViewProblem } from '#shared/contract/explorer.ts'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'

/** What stands above any answer to a view. */
export function headOf(question: Question, { now, conversion, problems }: Answer, more: ViewProblem[] = []) {
  const { period, compared, groupBy, coverage, step } = question
  const hasNoHours = step === 'hour' && now.bins.length > 0 && now.bins.every(({ hour }) => hour === null)
  const hours: ViewProblem[] = hasNoHours ? [{ code: 'hours.absent', subject: null }] : []
  return {
    groupBy: [...groupBy],
    period,
    compared,
    bins: now.bins.map(
      (bin): BinView => ({ ...within(bin, period), hour: bin.hour, isWhole: question.isWhole(bin) }),
    ),
    problems: [...question.problems, ...problems, ...hours, ...more],
    dataThrough: coverage.dataThrough,
    converted: conversion?.view ?? null,
  }
}
