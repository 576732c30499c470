import { type PackageFacts, sealPackage } from '#main/services/packages/container.ts'
import { readContents } from '#main/services/packages/contents.ts'
import { makeKeyPair, readPrivateKey } from '#main/services/packages/keys.ts'

/** Keys and packages are made by whoever has them at hand: a private key never passes through a call. */
export { makeKeyPair }

export function makePackage(
  facts: PackageFacts,
  content: unknown,
  key: { privatePem: string; passphrase: string | null },
): Buffer {
  const { content: read } = readContents(facts.kind, content)
  return sealPackage(facts, read, readPrivateKey(key.privatePem, key.passphrase))
}
