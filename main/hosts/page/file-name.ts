/** What the page may offer to save, and under which extension: nothing that runs when it is opened. */
const EXTENSIONS = {
  'text/csv': 'csv',
  'application/vnd.apache.parquet': 'parquet',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
  /** A saved view, a report's figures. */
  'application/json': 'json',
  /** Months for another installation. */
  'application/vnd.infrazen.data': 'izdata',
} as const

export const exportMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  /** What 1C reads. */
  txt: 'text/plain; charset=windows-1251',
  izdata: 'application/vnd.infrazen.data',
} as const

const SYSTEM_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const LONGEST_BYTES = 200

/**
 * A name that every file system takes and that shows what it is, or null for a kind of file that is not ours. The
 * Windows dialog would replace %NAME% by what the machine knows under that name; marks of direction turn a name round.
 */
export function readFileName(text: string, mediaType: string): { name: string; extension: string } | null {
  const kind = Object.entries(EXTENSIONS).find(([type]) => type === mediaType.split(';', 1)[0])
  if (!kind) return null
  const [, extension] = kind
  const last = text.split(/[/\\]/).at(-1) ?? ''
  const stem = (last.endsWith(`.${extension}`) ? last.slice(0, -extension.length - 1) : last)
    .replace(/[<>:"|?*%\p{C}\p{Zl}\p{Zp}]/gu, '_')
    .replace(/^[\s.~-]+|[\s.]+$/g, '')
  // Cut within a letter, the bytes end with the mark of what cannot be read.
  const short = Buffer.from(stem)
    .subarray(0, LONGEST_BYTES)
    .toString()
    .replace(/\uFFFD+$/, '')
  const safe = SYSTEM_NAME.test(short) ? `_${short}` : short || 'InfraZen'
  return { name: `${safe}.${extension}`, extension }
}
