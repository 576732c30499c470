import { useMemo } from 'react'
import type { CallOutput } from '#shared/contract/index.ts'
import { sectionLayout } from './layout.ts'
import { useLook } from './look.ts'

export type Section = CallOutput<'resources.listSections'>['items'][number]

/** Lists up to this long open by themselves: nobody wants to press before they see what they have. */
const OPEN_UP_TO = 200

export const isSectionOpen = (
  section: Section,
  sections: readonly Section[],
  folded: Readonly<Record<string, boolean>>,
): boolean => {
  const byHand = folded[section.connectionId]
  if (byHand !== undefined) return !byHand
  return sections.length === 1 || sections.reduce((sum, { resources }) => sum + resources, 0) <= OPEN_UP_TO
}

/** Sections as they are folded now, and where each of their rows stands. */
export function useSectionList(sections: readonly Section[], perRow: number) {
  const folded = useLook((state) => state.folded)
  return useMemo(() => {
    const shapes = sections.map((section) => ({
      count: section.resources,
      isOpen: isSectionOpen(section, sections, folded),
    }))
    return { shapes, layout: sectionLayout(shapes, perRow) }
  }, [sections, folded, perRow])
}
