export type PageAction = {
  id: string
  label: string
  /** One key without modifiers ("e"), shown in the palette and the sheet of keys. */
  keys?: string | undefined
  run: () => void
}

const registry = new Map<symbol, readonly PageAction[]>()

export const setPageActions = (owner: symbol, actions: readonly PageAction[]): void => {
  registry.set(owner, actions)
}
export const removePageActions = (owner: symbol): void => {
  registry.delete(owner)
}

/** Read when the palette opens and when a key is pressed, so registering never renders anything. */
export const listPageActions = (): readonly PageAction[] => [...registry.values()].flat()
