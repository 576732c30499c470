type Gender = 'm' | 'f'
/** After 1, after 2–4, after 5 and more. */
export type Forms = readonly [one: string, few: string, many: string]

const ONES = {
  m: ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  f: ['', 'одна', 'две', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
} as const
const TEENS = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать'],
  ...['пятнадцать', 'шестнадцать', 'семнадцать', 'восемнадцать', 'девятнадцать'],
] as const
const TENS = [
  ...['', '', 'двадцать', 'тридцать', 'сорок'],
  ...['пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
] as const
const HUNDREDS = [
  ...['', 'сто', 'двести', 'триста', 'четыреста'],
  ...['пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
] as const

/** Groups of three digits above the first, the least first. */
const SCALES: readonly { gender: Gender; forms: Forms }[] = [
  { gender: 'f', forms: ['тысяча', 'тысячи', 'тысяч'] },
  { gender: 'm', forms: ['миллион', 'миллиона', 'миллионов'] },
  { gender: 'm', forms: ['миллиард', 'миллиарда', 'миллиардов'] },
  { gender: 'm', forms: ['триллион', 'триллиона', 'триллионов'] },
]

export function formOf(count: bigint, [one, few, many]: Forms): string {
  const rest = count % 100n
  if (rest >= 11n && rest <= 14n) return many
  const last = count % 10n
  return last === 1n ? one : last >= 2n && last <= 4n ? few : many
}

/** A whole number below 10^15 in words: "двадцать одна тысяча два". */
export function russianNumber(value: bigint, gender: Gender): string {
  if (value === 0n) return 'ноль'
  const words: string[] = []
  for (let place = SCALES.length; place >= 0; place -= 1) {
    const group = (value / 1000n ** BigInt(place)) % 1000n
    if (group === 0n) continue
    const scale = SCALES[place - 1]
    words.push(...threeDigits(Number(group), scale?.gender ?? gender))
    if (scale) words.push(formOf(group, scale.forms))
  }
  return words.join(' ')
}

function threeDigits(value: number, gender: Gender): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const low = tens === 1 ? [TEENS[ones]] : [TENS[tens], ONES[gender][ones]]
  return [HUNDREDS[hundreds], ...low].flatMap((word) => (word ? [word] : []))
}
