const SMALL = [
  ...['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
] as const
const TENS = [
  ...['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
] as const
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion'] as const

/** A whole number below 10^15 in words: "twenty-one thousand two". */
export function englishNumber(value: bigint): string {
  if (value === 0n) return 'zero'
  const words: string[] = []
  for (let place = SCALES.length - 1; place >= 0; place -= 1) {
    const group = Number((value / 1000n ** BigInt(place)) % 1000n)
    if (group === 0) continue
    words.push(...threeDigits(group))
    if (place > 0) words.push(SCALES[place] ?? '')
  }
  return words.join(' ')
}

function threeDigits(value: number): string[] {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const head = hundreds > 0 ? [`${SMALL[hundreds]} hundred`] : []
  if (rest === 0) return head
  if (rest < 20) return [...head, SMALL[rest] ?? '']
  const one = SMALL[rest % 10]
  return [...head, one ? `${TENS[Math.floor(rest / 10)]}-${one}` : (TENS[rest / 10] ?? '')]
}
