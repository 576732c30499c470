import { generateKeyPairSync } from 'node:crypto'
import { type Case, ok, refused } from './case.ts'

const pem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()
const passphrase = 'сирень звонит поезду утром'

/** What is carried by hand: keys that are believed, files that are not there, and who may ask. */
export const packageCases: Case[] = [
  ok('keeper', 'packages.list', {}),
  ok('viewer', 'packages.list', {}),
  refused('stranger', 'packages.list', {}, 'auth.required', 'not signed in'),
  ok('keeper', 'packages.addKey', { name: 'Поставщик', publicKeyPem: pem }),
  refused(
    'keeper',
    'packages.addKey',
    { name: 'Другой', publicKeyPem: pem },
    'package.keyTaken',
    'it is here',
  ),
  refused('viewer', 'packages.addKey', { name: 'Ключ', publicKeyPem: pem }, 'auth.forbidden', 'a viewer'),
  refused(
    'anna',
    'packages.addKey',
    { name: 'Ключ', publicKeyPem: pem },
    'settings.notKeeper',
    'not the house’s',
  ),
  refused('guest', 'packages.addKey', { name: 'Ключ', publicKeyPem: pem }, 'demo.noConnections', 'a guest'),
  refused('keeper', 'packages.load', { token: 'none' }, 'import.noFile', 'nothing was given'),
  ok('keeper', 'packages.removeKey', (seen) => ({ id: (seen['packages.addKey'] as { id: string }).id })),
  refused('keeper', 'packages.removeKey', { id: 'none' }, 'package.keyNotFound', 'there is none'),
  ok('olga', 'transfer.list', {}),
  refused('viewer', 'transfer.start', { months: ['2026-10'], passphrase }, 'auth.forbidden', 'a viewer'),
  refused(
    'guest',
    'transfer.start',
    { months: ['2026-10'], passphrase },
    'transfer.demo',
    'the demo company',
  ),
  refused(
    'olga',
    'transfer.start',
    { months: ['2026-10'], passphrase: '12345678' },
    'transfer.weakPassphrase',
    'weak',
  ),
  refused('olga', 'transfer.start', { months: ['1999-01'], passphrase }, 'transfer.noLines', 'no bills'),
  refused('olga', 'transfer.open', { token: 'none', passphrase }, 'import.noFile', 'nothing was given'),
  refused(
    'olga',
    'transfer.merge',
    { token: 'none', passphrase, months: ['2026-10'] },
    'import.noFile',
    'nothing was given',
  ),
]
