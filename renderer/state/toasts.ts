import { create } from 'zustand'

type Toast = { id: number; tone: 'ok' | 'bad'; text: string; detail?: string | undefined }

export const useToasts = create<{ items: readonly Toast[] }>()(() => ({ items: [] }))

let lastId = 0
const OK_MS = 5_000
const BAD_MS = 12_000

export function dismissToast(id: number): void {
  useToasts.setState((state) => ({ items: state.items.filter((item) => item.id !== id) }))
}

/** A passing word about something that has happened. A failure stays longer: it has to be read. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  const id = lastId
  useToasts.setState((state) => ({ items: [...state.items.slice(-2), { ...toast, id }] }))
  window.setTimeout(() => dismissToast(id), toast.tone === 'ok' ? OK_MS : BAD_MS)
}
