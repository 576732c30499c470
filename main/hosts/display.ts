import type { Environment } from '#main/adapters/paths.ts'

export const hasDisplay = (env: Environment, platform: NodeJS.Platform): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
