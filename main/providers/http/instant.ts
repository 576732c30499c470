const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i
const MINUTE_MS = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** ISO 8601 and `YYYY-MM-DD HH:mm:ss`, with an offset or by the zone's clocks; null for anything else. */
export function readInstant(text: string, zone: string): number | null {
  const match = SHAPE.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', offset] = match
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  const wallMs = Date.parse(iso)
  // Some engines take the 31st of February for the 3rd of March.
  if (Number.isNaN(wallMs) || new Date(wallMs).toISOString().slice(0, 19) !== iso.slice(0, 19)) return null
  const ms = wallMs + Number(fraction.padEnd(3, '0').slice(0, 3))
  return ms - (offset === undefined ? zoneOffsetMs(ms, zone) : statedOffsetMs(offset))
}

function statedOffsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)]
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS
}

/** How far the zone's clocks are ahead of UTC when they show that time. Of an hour that comes twice the first is meant. */
function zoneOffsetMs(wallMs: number, zone: string): number {
  const before = offsetAt(wallMs - 24 * 60 * MINUTE_MS, zone)
  return offsetAt(wallMs - before, zone) === before ? before : offsetAt(wallMs, zone)
}

function offsetAt(ms: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const name = format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const offset = name.slice('GMT'.length)
  return offset === '' ? 0 : statedOffsetMs(offset)
}
