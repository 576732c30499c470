/**
 * An amount as a person types it ("1 234,56", "1234.56 ₽") as decimal text; null when it is none. A comma is the
 * decimal sign: nobody types separators of thousands by hand.
 */
export function readAmount(typed: string): string | null {
  const plain = typed.replace(/[\s\u00a0\u202f₽$€]/g, '').replace(',', '.')
  return /^\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : null
}
