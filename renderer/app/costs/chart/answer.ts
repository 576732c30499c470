import type { CallOutput } from '#shared/contract/index.ts'

export type Answer = CallOutput<'explorer.getChart'>
export type Section = Answer['sections'][number]

/** Whether there is anything to compare with: days that lie before all data, or partly so, make no change. */
export const hasBefore = ({ total }: Section): boolean => total.before !== null && total.changeRatio !== null

/** The section on screen: the one that was asked for where it is there, else the first, which is the largest. */
export const sectionOf = (answer: Answer, unit: string | null): Section | undefined =>
  answer.sections.find((section) => section.unit === unit) ?? answer.sections[0]
