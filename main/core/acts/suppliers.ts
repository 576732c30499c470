import type { Provider } from '#shared/contract/values.ts'
import { normalName } from './names.ts'

/** By which names the companies behind the providers write documents. Whole words; `exact`: nothing beside them. */
const KNOWN: readonly { provider: Provider; words?: readonly string[]; exact?: readonly string[] }[] = [
  { provider: 'yandex', words: ['яндекс облако', 'яндекс клауд', 'yandex cloud'] },
  { provider: 'selectel', words: ['селектел', 'selectel'] },
  { provider: 'beget', words: ['бегет', 'beget'] },
  {
    provider: 'vk',
    words: [
      'вк цифровые технологии',
      'вк клауд',
      'vk cloud',
      'mail ru cloud',
      'мэйл ру',
      'мейл ру',
      'мэил ру',
    ],
    exact: ['вк', 'vk', 'mail ru'],
  },
  { provider: 'timeweb', words: ['таймвэб', 'таймвеб', 'timeweb'] },
  { provider: 'aws', words: ['amazon web services', 'aws'] },
  { provider: 'azure', words: ['microsoft', 'майкрософт'] },
  { provider: 'gcp', words: ['google cloud', 'google'] },
]

/** Whose company a name is, where it is well known. */
export function providerOf(name: string): Provider | null {
  const plain = normalName(name)
  const found = KNOWN.find(
    ({ words = [], exact = [] }) =>
      exact.includes(plain) || words.some((word) => ` ${plain} `.includes(` ${word} `)),
  )
  return found?.provider ?? null
}
