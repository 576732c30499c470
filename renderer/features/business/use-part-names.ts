import { useCall } from '#renderer/transport/use-call.ts'

/** Parts of a virtual tag that costs were given to, and those that a series tells of besides. */
export function usePartNames(tagId: string | null, own: readonly string[] = []): string[] {
  const { data } = useCall(
    'explorer.listValues',
    { dimension: `virtual:${tagId ?? ''}`, limit: 200 },
    { enabled: tagId !== null },
  )
  const known = tagId === null ? [] : (data?.items.map(({ value }) => value) ?? [])
  return [...new Set([...own, ...known])]
}
