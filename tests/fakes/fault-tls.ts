import { readFileSync } from 'node:fs'

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/tls/${name}.pem`, import.meta.url), 'utf8')

type Certificate = 'server' | 'expired' | 'other-host' | 'self-signed'

/** A certificate for localhost, 127.0.0.1 and api.fake.example, or one with a fault; `make.sh` beside them makes them. */
export const fakeCertificate = (name: Certificate): { cert: string; key: string } => ({
  cert: read(`${name}.crt`),
  key: read(`${name}.key`),
})

/** Who signed all but the self-signed one. */
export const fakeAuthority = (): string => read('authority.crt')
