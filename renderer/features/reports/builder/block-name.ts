import type { Translate } from '#renderer/i18n/translate.ts'
import type { ReportBlock } from '#shared/contract/report-spec.ts'

/** What a person has called a block, as far as it has words of its own. */
function ownWords(block: ReportBlock): string {
  if (block.kind === 'text') return block.text.trim().replaceAll(/\s+/g, ' ').slice(0, 80)
  return 'title' in block ? block.title.trim() : ''
}

/** A block by its kind and its own words. */
export function blockWords(block: ReportBlock, t: Translate): { kind: string; own: string; whole: string } {
  const kind = t(`reportBuilder.kind.${block.kind}`)
  const own = ownWords(block)
  return { kind, own, whole: own === '' ? kind : `${kind}: ${own}` }
}
