import type { ActDocument } from '#main/core/acts/document.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readUkd } from './ukd.ts'
import { readUpd } from './upd.ts'
import { childOf, childrenOf, parseXml, told } from './xml-node.ts'

const READ: ReadonlySet<string> = new Set(['5.02', '5.03'])

/** An electronic document of the tax service's formats. */
export function readXmlAct(text: string, name: string): ActDocument {
  const root = parseXml(text, name)
  const [file, ...others] = childrenOf(root, 'Файл')
  const document = childOf(file ?? null, 'Документ')
  if (!file || !document || others.length > 0) throw new AppError('act.notAnAct', { name })
  if (childOf(document, 'СвКСчФ')) return readUkd(document) ?? refuse(name)
  if (!childOf(document, 'СвСчФакт')) return refuse(name)
  const version = told(file, 'ВерсФорм') ?? '—'
  if (!READ.has(version)) throw new AppError('act.oldFormat', { version: version.slice(0, 10), name })
  return readUpd(document) ?? refuse(name)
}

function refuse(name: string): never {
  throw new AppError('act.notAnAct', { name })
}
