import type { ResourceType } from '#shared/contract/resources.ts'
import type { WireDatabase, WireService } from './wire.ts'

type DatabaseField = 'mysql5' | 'mysql8' | 'mysql84' | 'postgresql14' | 'postgresql15' | 'postgresql164'

/** A service by Beget's own word for it. `statistics`: its place among the addresses of statistics. */
type Kind = {
  type: ResourceType
  service: string
  engine: string | null
  statistics: 'mysql' | 'postgresql' | null
}

const database = (engine: string, statistics: Kind['statistics']): Kind => ({
  type: 'database',
  service: 'Облачные базы данных',
  engine,
  statistics,
})

/** New versions of an engine come every year: what counts is how the word begins. */
export function kindOf(word: string): Kind {
  const name = word.toUpperCase()
  if (name.startsWith('MYSQL')) return database('MySQL', 'mysql')
  if (name.startsWith('POSTGRES')) return database('PostgreSQL', 'postgresql')
  if (/^S_?3$/.test(name))
    return { type: 'object_storage', service: 'Объектное хранилище S3', engine: null, statistics: null }
  if (name === 'CDN') return { type: 'cdn', service: 'CDN', engine: null, statistics: null }
  return { type: 'other', service: 'Облачные сервисы', engine: null, statistics: null }
}

const FIELDS: readonly DatabaseField[] = [
  'mysql5',
  'mysql8',
  'mysql84',
  'postgresql14',
  'postgresql15',
  'postgresql164',
]

/** The details stand under the type's word in lower case; a version that is new to us has none that we read. */
export function databaseOf(wire: WireService): WireDatabase | null {
  const field = FIELDS.find((name) => name === wire.type?.toLowerCase())
  return field === undefined ? null : wire[field]
}
