/**
 * Planted wherever Selectel returns secrets, and in fields that it may add one day. None of them may reach a store, a
 * log or an error.
 */
const planted = {
  adminPass: 'CANARY-selectel-server-admin-pass',
  passwordHash: 'CANARY-selectel-server-password-hash',
  userData: 'CANARY-selectel-server-user-data',
  volumeMetadata: 'CANARY-selectel-volume-metadata',
  encryptionKey: 'CANARY-selectel-volume-secret',
  databasePassword: 'CANARY-selectel-database-password',
  registryToken: 'CANARY-selectel-registry-token',
  kubeConfig: 'CANARY-selectel-kubeconfig',
  ipmiPassword: 'CANARY-selectel-dedicated-ipmi-password',
  billToken: 'CANARY-selectel-bill-token',
  shareKey: 'CANARY-selectel-share-access-key',
} as const

export const CANARY: Readonly<Record<keyof typeof planted, string>> = planted
export const selectelCanaries: readonly string[] = Object.values(planted)
