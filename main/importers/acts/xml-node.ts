import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { AppError } from '#shared/errors/app-error.ts'
import { unescapeXml } from '../xlsx/xml.ts'

/** An element as the parser has it: attributes under `@name`, elements under their name, its text under `#text`. */
export type XmlNode = { readonly [name: string]: unknown }

/** No document lies deeper; what does was made to break readers. */
const MOST_DEEP = 32

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  alwaysCreateTextNode: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: MOST_DEEP,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** The root of a sound XML text. A document type is refused outright, whatever it declares. */
export function parseXml(text: string, name: string): XmlNode {
  const at = text.search(/<!(DOCTYPE|ENTITY)/i)
  if (at >= 0) throw badXml(name, text.slice(0, at).split('\n').length)
  const sound = XMLValidator.validate(text)
  if (sound !== true) throw badXml(name, sound.err.line)
  try {
    return parser.parse(text) as XmlNode
  } catch {
    throw badXml(name, 1)
  }
}

const badXml = (name: string, line: number): AppError => new AppError('act.badXml', { name, line })

export const childrenOf = (node: XmlNode | null, name: string): XmlNode[] => {
  const found = node?.[name]
  return Array.isArray(found) ? found.filter(isNode) : []
}

/** The first element down a path; null when one of them is missing. */
export const childOf = (node: XmlNode | null, ...path: readonly string[]): XmlNode | null =>
  path.reduce<XmlNode | null>((at, name) => childrenOf(at, name)[0] ?? null, node)

const isNode = (value: unknown): value is XmlNode => typeof value === 'object' && value !== null

/** A value under the first of these names that has one, whether it is written as an attribute or as an element. */
export function told(node: XmlNode | null, ...names: readonly string[]): string | null {
  for (const name of names) {
    const attribute = node?.[`@${name}`]
    const text = typeof attribute === 'string' ? attribute : textOf(childOf(node, name))
    if (text) return unescapeXml(text).trim()
  }
  return null
}

export const textOf = (node: XmlNode | null): string | null => {
  const text = node?.['#text']
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** All words of an element and of what is in it. */
export function wordsOf(node: XmlNode | null): string[] {
  if (!node) return []
  return Object.values(node).flatMap((value) =>
    typeof value === 'string'
      ? value.trim() === ''
        ? []
        : [unescapeXml(value.trim())]
      : Array.isArray(value)
        ? value.filter(isNode).flatMap(wordsOf)
        : [],
  )
}
