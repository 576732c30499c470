import { baseName, commonEnd, isManifestName, readManifest } from './manifest.ts'

type Given = { path: string; name: string }

/** `part_0_0001.csv.gz`, `focus-00001.snappy.parquet`, `report_part2.csv`: the stem, the number, the ending. */
const NUMBERED = /^(.*?)(?:[-_ ]?part[-_ ]?(\d+(?:[-_]\d+)*)|-(\d{5}))((?:\.[a-z0-9]+)+)$/i

/**
 * Which of the files that were given together are one delivery: what a manifest lists, with the manifest; numbered parts of
 * one name; and every other file by itself. Parts come in the order of their names, a manifest behind them.
 */
export async function groupDeliveries<F extends Given>(files: readonly F[]): Promise<F[][]> {
  const left = new Set(files)
  const groups: F[][] = []
  for (const manifest of files.filter(({ name, path }) => isManifestName(name) || isManifestName(path))) {
    const listed = readManifest(manifest.path)
    if (!listed) continue
    left.delete(manifest)
    const parts = listed.flatMap((name) => nearest(name, [...left]) ?? [])
    for (const part of parts) left.delete(part)
    groups.push([...sorted([...new Set(parts)]), manifest])
  }
  const numbered = Map.groupBy(left, (file) => stemOf(file.name))
  for (const [stem, parts] of numbered) {
    if (stem === null || parts.length === 1) groups.push(...parts.map((part) => [part]))
    else if (new Set(parts.map(({ name }) => name)).size === parts.length) groups.push(sorted(parts))
    // Alike in name: deliveries of several months, each in a folder of its own.
    else groups.push(...[...Map.groupBy(parts, ({ path }) => folderOf(path)).values()].map(sorted))
  }
  return groups
}

function nearest<F extends Given>(listed: string, files: readonly F[]): F | null {
  let best: F | null = null
  let bestCommon = 0
  for (const file of files) {
    const common = Math.max(commonEnd(listed, file.path), baseName(listed) === file.name ? 1 : 0)
    if (common > bestCommon) {
      best = file
      bestCommon = common
    }
  }
  return best
}

/** Whether a file's name says that there are others: alone it may be a piece of a bill. */
export const isPart = (name: string): boolean => NUMBERED.test(name)

const stemOf = (name: string): string | null => {
  const match = NUMBERED.exec(name)
  return match ? `${match[1]}*${match[4]}` : null
}

const folderOf = (path: string): string => path.slice(0, path.length - baseName(path).length)

const sorted = <F extends Given>(files: F[]): F[] =>
  files.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
