type Edit = (holder: Record<string, unknown>, key: string) => void

/** Calls back with every holder and key that a dotted path leads to; `*` stands for each element of a list. */
function visit(json: unknown, path: string, edit: Edit): void {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let holders = [json]
  for (const step of steps) holders = holders.flatMap((holder) => below(holder, step))
  for (const holder of holders) {
    if (typeof holder !== 'object' || holder === null) continue
    const keys = last === '*' ? Object.keys(holder) : [last]
    for (const key of keys) edit(holder as Record<string, unknown>, key)
  }
}

function below(holder: unknown, step: string): unknown[] {
  if (typeof holder !== 'object' || holder === null) return []
  if (step === '*') return Object.values(holder)
  return step in holder ? [Reflect.get(holder, step)] : []
}

/** All of these work on a copy: the fake's own state stays whole. */
export function removeField(json: unknown, path: string): unknown {
  return edited(json, path, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  })
}

export function renameField(json: unknown, path: string, to: string): unknown {
  return edited(json, path, (holder, key) => {
    if (!(key in holder)) return
    holder[to] = holder[key]
    delete holder[key]
  })
}

export function setField(json: unknown, path: string, value: unknown): unknown {
  return edited(json, path, (holder, key) => {
    holder[key] = value
  })
}

/** New identifiers for a whole page, so that no record of it was ever seen. */
export function freshIds(json: unknown, list: string, id: string, round: number): unknown {
  return edited(json, `${list}.*.${id}`, (holder, key) => {
    holder[key] = `${String(holder[key])}-${round}`
  })
}

function edited(json: unknown, path: string, edit: Edit): unknown {
  const copy: unknown = structuredClone(json)
  visit(copy, path, edit)
  return copy
}
