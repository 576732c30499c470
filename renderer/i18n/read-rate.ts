/** A rate as a person types it ("81,2345") as decimal text; null for what is none, nothing or finer than rates are. */
export function readRate(typed: string): string | null {
  const plain = typed.replace(/[\s\u00a0\u202f₽]/g, '').replace(',', '.')
  return /^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/.test(plain) ? plain : null
}

export function readNominal(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '')
  const nominal = /^\d{1,7}$/.test(plain) ? Number(plain) : 0
  return nominal >= 1 && nominal <= 1_000_000 ? nominal : null
}
