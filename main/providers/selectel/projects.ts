import { cleanName } from '#main/core/model/raw.ts'

export type Project = { id: string; name: string }

/** Every project that anything names: the bill, the account, the identity service. Who names one first names it. */
export function createProjects() {
  const names = new Map<string, string>()
  return {
    note(id: string | null, name: string | null): void {
      if (id !== null && id !== '' && !names.has(id)) names.set(id, cleanName(name, id))
    },
    /** What a person calls the project. */
    nameOf: (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id)),
    list: (): Project[] => [...names].map(([id, name]) => ({ id, name })),
  }
}

export type Projects = ReturnType<typeof createProjects>
