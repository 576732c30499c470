import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Ended, launch } from './launch.ts'

const PROGRAMS = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'] as const

/** Why there can be no real Secret Service here; null where there can. */
export function whyNoSecretService(): string | null {
  if (process.platform !== 'linux') return 'the Secret Service is a thing of Linux'
  const missing = PROGRAMS.filter((name) => !isOnPath(name))
  return missing.length === 0
    ? null
    : `${missing.join(', ')} not installed: apt-get install gnome-keyring dbus-x11 libsecret-1-0`
}

const isOnPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

type Session = {
  /** The daemon's login password: null for a bus without a daemon that is ready. */
  password: string | null
  home: string
}

/**
 * A program in a session bus of its own with a gnome-keyring of its own, both gone after it. Nothing of the person's
 * own session is within its reach: neither the bus nor the home folder.
 */
export function inSession(
  file: string,
  args: readonly string[],
  { password, home }: Session,
): Promise<Ended> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const unlock =
    'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
  const script = `${password === null ? '' : `${unlock} && `}exec "$@"`
  return launch('dbus-run-session', ['--', 'sh', '-c', script, 'sh', process.execPath, file, ...args], {
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: home, KEYRING_PASSWORD: password ?? '' },
  }).ended
}

/** The same program without any bus. */
export function withoutBus(file: string, args: readonly string[], home: string): Promise<Ended> {
  const { DBUS_SESSION_BUS_ADDRESS: _bus, DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  return launch(process.execPath, [file, ...args], {
    env: { ...env, HOME: home, XDG_RUNTIME_DIR: home },
  }).ended
}
