import { compareText } from './exact.ts'

/** What sets an address before or after others: IPv4 by number, then IPv6 by number, then whatever else it may be. */
type AddressKey = { kind: 4 | 6 | 0; text: string }

export function addressKey(address: string): AddressKey {
  const text = address.trim()
  const four = ipv4(text)
  if (four !== null) return { kind: 4, text: four }
  const six = text.includes(':') ? ipv6(text) : null
  return six === null ? { kind: 0, text } : { kind: 6, text: six }
}

export function compareAddresses(
  a: AddressKey,
  b: AddressKey,
  compareOthers: (a: string, b: string) => number,
): number {
  if (a.kind !== b.kind) return (a.kind || 9) - (b.kind || 9)
  return a.kind === 0 ? compareOthers(a.text, b.text) : compareText(a.text, b.text)
}

/** As hexadecimal digits of one length, which compare as the numbers do. */
function ipv4(text: string): string | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null
  return parts.map((part) => hex(Number(part), 2)).join('')
}

function ipv6(text: string): string | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map(groupsOf)
  if (!head || (halves.length === 2 && !tail)) return null
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return null
  return [...head, ...new Array<string>(missing).fill('0000'), ...(tail ?? [])].join('')
}

/** Four digits each; the last two may be written as IPv4. */
function groupsOf(text: string): string[] | null {
  if (text === '') return []
  const groups = text.split(':').flatMap((group, at, all) => {
    const four = at === all.length - 1 ? ipv4(group) : null
    if (four !== null) return [four.slice(0, 4), four.slice(4)]
    return /^[\da-f]{1,4}$/i.test(group) ? [group.toLowerCase().padStart(4, '0')] : ['']
  })
  return groups.includes('') ? null : groups
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
