import type { TooltipContent, TooltipRow } from '#shared/charts/chart-theme.ts'

/** Nodes and not HTML text: labels come from bills, and the page's policy refuses styles inside HTML strings. */
export function buildTooltip(content: TooltipContent): HTMLElement {
  const box = element('div', 'chart-tip-body')
  box.append(element('div', 'chart-tip-title', content.title))
  for (const row of content.rows) box.append(line(row, 'chart-tip-row'))
  if (content.total) box.append(line(content.total, 'chart-tip-row chart-tip-total'))
  if (content.note) box.append(element('div', 'chart-tip-note', content.note))
  return box
}

function line(row: TooltipRow, className: string): HTMLElement {
  const box = element('div', className)
  const mark = element('span', row.isDashed ? 'chart-tip-mark chart-tip-mark-dashed' : 'chart-tip-mark')
  if (row.isDashed) mark.style.borderTopColor = row.color ?? ''
  else mark.style.background = row.color ?? 'transparent'
  box.append(
    mark,
    element('span', 'chart-tip-label', row.label),
    element('span', 'chart-tip-value', row.value),
  )
  return box
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const node = document.createElement(tag)
  node.className = className
  if (text !== undefined) node.textContent = text
  return node
}
