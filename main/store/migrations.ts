import { createHash } from 'node:crypto'

export type Migration = { name: string; hash: string; statements: readonly string[] }

const SEPARATOR = '--> statement-breakpoint'

/** The hash ignores how a checkout ends its lines. */
export function migration(name: string, text: string): Migration {
  const plain = text.replaceAll('\r\n', '\n')
  return {
    name,
    hash: createHash('sha256').update(plain).digest('hex'),
    statements: plain
      .split(SEPARATOR)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  }
}

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Built into the program: an installation cannot lose them or have them changed. In order of name. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, text]) => migration(path.replace(/^.*\/|\.sql$/g, ''), text))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
