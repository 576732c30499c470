export const roles = ['owner', 'admin', 'analyst', 'viewer'] as const
export type Role = (typeof roles)[number]

/**
 * `public` needs no session; `session` any signed-in person; the rest is granted by role.
 * What works while the session is locked is told by the call itself (`worksLocked`).
 */
const permissions = [
  'public',
  'session',
  'data.read',
  'data.write',
  'settings.write',
  'store.manage',
] as const
export type Permission = (typeof permissions)[number]

type Granted = Exclude<Permission, 'public' | 'session'>

const grants: Record<Role, readonly Granted[]> = {
  owner: ['data.read', 'data.write', 'settings.write', 'store.manage'],
  admin: ['data.read', 'data.write', 'settings.write'],
  analyst: ['data.read', 'data.write'],
  viewer: ['data.read'],
}

export const isGranted = (role: Role, permission: Permission): boolean =>
  permission === 'public' ||
  permission === 'session' ||
  (Object.hasOwn(grants, role) && grants[role].includes(permission))

/** Roles stand from the strongest to the weakest. */
export const isStronger = (role: Role, than: Role): boolean => roles.indexOf(role) < roles.indexOf(than)
export const weakerRole = (a: Role, b: Role): Role => (isStronger(a, b) ? b : a)
