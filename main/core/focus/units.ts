import { isUnit } from './formats.ts'

/** Words that providers have for units, by FOCUS's own. */
const WORDS: readonly (readonly [string, string])[] = [
  ['GB', 'gb gbyte gbytes gigabyte gigabytes гб гбайт гигабайт гигабайта гигабайтов'],
  ['MB', 'mb mbyte mbytes megabyte megabytes мб мбайт мегабайт'],
  ['TB', 'tb tbyte tbytes terabyte terabytes тб тбайт терабайт'],
  ['KB', 'kb kbyte kbytes кб кбайт килобайт'],
  ['GiB', 'gib гиб'],
  ['Year', 'year years год года лет'],
  ['Month', 'month months mo мес месяц месяца месяцев'],
  ['Day', 'day days день дня дней дн сут сутки суток'],
  ['Hour', 'hour hours h hr hrs час часа часов часы ч'],
  ['Minute', 'minute minutes min мин минута минуты минут'],
  ['Second', 'second seconds sec s сек секунда секунды секунд'],
  ['Core', 'core cores vcpu vcpus ядро ядра ядер'],
  ['Request', 'request requests запрос запроса запросов'],
  ['Domain', 'domain domains домен домена доменов'],
  ['Unit', 'unit units piece pieces pcs шт штука штуки штук ед единица'],
]
const TIMES = new Set(['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'])

const byWord = new Map(
  WORDS.flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
)

/** "ГБ*час" is "GB-Hours" to FOCUS. What it cannot say stays in the provider's words, which FOCUS allows. */
export function focusUnit(text: string): string {
  if (isUnit(text)) return text
  const words = text
    .toLowerCase()
    .replaceAll('.', '')
    .split(/\s*[*×·/-]\s*/)
  const [what, time, ...rest] = words.map((word) => byWord.get(word.trim()))
  if (what === undefined || rest.length > 0) return text
  if (words.length === 1) return what
  if (time === undefined || !TIMES.has(time)) return text
  return text.includes('/') ? `${what}/${time}` : `${what}-${time}s`
}
