/** What a resource is for, where nobody but the tags of its bill says so. */
export type ResourceAttribute = 'project' | 'businessUnit' | 'environment' | 'owner'

/** Keys under which people write it, the likelier first; written small, without anything between the words. */
const USUAL: Record<ResourceAttribute, readonly string[]> = {
  project: ['project', 'projectname', 'проект', 'product', 'продукт'],
  businessUnit: [
    'businessunit',
    'bu',
    'department',
    'dept',
    'подразделение',
    'отдел',
    'департамент',
    'costcenter',
    'costcentre',
    'цфо',
  ],
  environment: ['environment', 'env', 'среда', 'окружение', 'контур', 'stage'],
  owner: ['owner', 'teamowner', 'владелец', 'responsible', 'ответственный', 'contact'],
}

const plain = (key: string): string => key.toLowerCase().replaceAll(/[\s._:/-]/g, '')

/** What tags say of it; null where none of them does. */
export function usualTag(
  tags: Readonly<Record<string, string>>,
  attribute: ResourceAttribute,
): string | null {
  const byKey = new Map(Object.entries(tags).map(([key, value]) => [plain(key), value]))
  for (const key of USUAL[attribute]) {
    const value = byKey.get(key)
    if (value) return value
  }
  return null
}
