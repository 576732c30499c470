import { cleanName } from '#main/core/model/raw.ts'

export type Project = { id: string; name: string }

/** Every project that anything names: the bill, the account, the identity service. Who names one first names it. */
export function createProjects() {
  const names = new Map<string, string | null>()
  const present = new Set<string>()

  function note(id: string | null, name: string | null): void {
    if (id !== null && id !== '' && (names.get(id) ?? null) === null) names.set(id, name)
  }
  const nameOf = (id: string): string => cleanName(names.get(id) ?? null, id)

  return {
    /** It was there once: the bill's list keeps the deleted ones too. */
    note,
    /** It is there now. */
    notePresent(id: string | null, name: string | null): void {
      note(id, name)
      if (id !== null && id !== '') present.add(id)
    },
    /** What a person calls the project. */
    nameOf: (id: string | null): string | null => (id === null ? null : nameOf(id)),
    all: (): Project[] => [...names.keys()].map((id) => ({ id, name: nameOf(id) })),
    present: (): Project[] => [...present].map((id) => ({ id, name: nameOf(id) })),
  }
}

export type Projects = ReturnType<typeof createProjects>
