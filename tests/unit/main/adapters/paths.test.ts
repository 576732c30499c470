import { describe, expect, it } from 'vitest'
import { createPaths } from '#main/adapters/paths.ts'

const folder = (platform: NodeJS.Platform, env: Record<string, string>, dataFolder?: string): string =>
  createPaths({ env, platform, dataFolder }).dataFolder

describe('the data folder', () => {
  it.each([
    [
      'win32',
      { APPDATA: 'C:\\Users\\anna\\AppData\\Roaming' },
      'C:\\Users\\anna\\AppData\\Roaming\\InfraZen',
    ],
    ['win32', { USERPROFILE: 'C:\\Users\\anna' }, 'C:\\Users\\anna\\AppData\\Roaming\\InfraZen'],
    ['darwin', { HOME: '/Users/anna' }, '/Users/anna/Library/Application Support/InfraZen'],
    ['linux', { HOME: '/home/anna' }, '/home/anna/.local/share/infrazen'],
    ['linux', { HOME: '/home/anna', XDG_DATA_HOME: '/data' }, '/data/infrazen'],
    ['linux', { HOME: '/home/anna', XDG_DATA_HOME: 'relative' }, '/home/anna/.local/share/infrazen'],
  ] as const)('stands on %s where the system keeps such things (%o)', (platform, env, expected) => {
    expect(folder(platform, env)).toBe(expected)
  })

  it('moves where INFRAZEN_DATA says, and where the command line says before that', () => {
    const env = { HOME: '/home/anna', INFRAZEN_DATA: '/srv/infrazen' }
    expect(folder('linux', env)).toBe('/srv/infrazen')
    expect(folder('linux', env, '/mnt/stick')).toBe('/mnt/stick')
    expect(folder('linux', { HOME: '/home/anna', INFRAZEN_DATA: '' }, '')).toBe(
      '/home/anna/.local/share/infrazen',
    )
  })

  it('holds everything the program writes', () => {
    const { dataFolder, ...inside } = createPaths({ env: {}, platform: 'linux', dataFolder: '/srv/iz' })
    expect(dataFolder).toBe('/srv/iz')
    for (const path of Object.values(inside)) expect(path.startsWith('/srv/iz/')).toBe(true)
  })
})
