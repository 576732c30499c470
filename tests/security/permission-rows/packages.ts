import { never, no, type Row, reads, shut, works } from './row.ts'

const pem = `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(40)}\n-----END PUBLIC KEY-----`
const parcel = { token: 'none', passphrase: 'not a real phrase of four words' }

/** For those who govern, whatever the call then says to what was asked. */
const governed = (code: Parameters<typeof works>[0]) => [no, shut, never, never, code, code] as const

export const packageRows: {
  'packages.list': Row<'packages.list'>
  'packages.load': Row<'packages.load'>
  'packages.addKey': Row<'packages.addKey'>
  'packages.removeKey': Row<'packages.removeKey'>
  'transfer.list': Row<'transfer.list'>
  'transfer.start': Row<'transfer.start'>
  'transfer.open': Row<'transfer.open'>
  'transfer.merge': Row<'transfer.merge'>
} = {
  'packages.list': [{}, ...reads],
  'packages.load': [{ token: 'none' }, ...governed('import.noFile')],
  'packages.addKey': [{ name: 'Ключ', publicKeyPem: pem }, ...governed('package.badKey')],
  'packages.removeKey': [{ id: 'none' }, ...governed('package.keyNotFound')],
  'transfer.list': [{}, ...reads],
  'transfer.start': [
    { months: ['1999-01'], passphrase: parcel.passphrase },
    ...([no, shut, never, never, never, 'transfer.noLines'] as const),
  ],
  'transfer.open': [parcel, ...works('import.noFile')],
  'transfer.merge': [{ ...parcel, months: ['2026-10'] }, ...works('import.noFile')],
}
