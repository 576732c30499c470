import { platform } from '#renderer/transport/transport.ts'

/** `Ctrl K`, or `⌘K` where the keyboard says so. */
export const controlKey = (key: string): string => (platform === 'darwin' ? `⌘${key}` : `Ctrl ${key}`)
