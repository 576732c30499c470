/**
 * Planted wherever Beget's answers hold secrets, and in fields that it may add one day. None of them may reach a store,
 * a log or an error.
 */
const planted = {
  softwarePassword: 'CANARY-beget-software-password',
  softwareMetadata: 'CANARY-beget-software-metadata',
  softwareAddress: 'CANARY-beget-software-address',
  sshKey: 'CANARY-beget-ssh-key',
  serverFuture: 'CANARY-beget-server-root-pass',
  s3AccessKey: 'CANARY-beget-s3-access-key',
  s3SecretKey: 'CANARY-beget-s3-secret-key',
  ftpLogin: 'CANARY-beget-s3-ftp-login',
  ftpPassword: 'CANARY-beget-s3-ftp-password',
  sftpPassword: 'CANARY-beget-s3-sftp-password',
  consoleAddress: 'CANARY-beget-database-console',
  databasePassword: 'CANARY-beget-database-password',
  serviceFuture: 'CANARY-beget-service-credentials',
  snapshotSoftware: 'CANARY-beget-snapshot-software',
  hostingPassword: 'CANARY-beget-hosting-password',
  mailboxPassword: 'CANARY-beget-mailbox-password',
} as const

export const CANARY: Readonly<Record<keyof typeof planted, string>> = planted
export const begetCanaries: readonly string[] = Object.values(planted)
