import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PackageFacts, sealPackage } from '#main/services/packages/container.ts'
import { makeKeyPair, readPrivateKey } from '#main/services/packages/keys.ts'

/** Somebody who signs packages: a key pair of the moment. */
export function signer(folder: string) {
  const { privatePem, publicPem, fingerprint } = makeKeyPair(null)
  const privateKey = readPrivateKey(privatePem, null)
  let count = 0
  return {
    publicPem,
    privatePem,
    fingerprint,
    /** Lays a package into the folder and says where. */
    make(
      kind: PackageFacts['kind'],
      content: unknown,
      more: Partial<Omit<PackageFacts, 'kind'>> = {},
    ): string {
      count += 1
      const path = join(folder, `package-${count}.izpack`)
      const facts = {
        kind,
        name: 'Пакет',
        version: String(count),
        madeAtMs: Date.UTC(2026, 10, count),
        ...more,
      }
      writeFileSync(path, sealPackage(facts, content, privateKey))
      return path
    },
  }
}

export const someRates = (value: string) => ({
  rates: [
    ['USD', '2026-09-15', 1, value],
    ['USD', '2026-10-15', 1, value],
  ],
})
