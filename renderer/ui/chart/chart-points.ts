import type { ChartOption } from '#shared/charts/echarts.ts'

/** What the keys walk in a chart: places on its horizontal axis, or the pieces of a whole. */
type ChartPoints = {
  kind: 'axis' | 'items'
  count: number
  /** How echarts names the piece; a tree counts its branches too. */
  dataIndex: (index: number) => number
  indexOf: (dataIndex: number) => number
  /** What the tooltip is asked with. */
  params: (index: number) => unknown
}

type Node = { id?: string; children?: readonly Node[] }

export function chartPoints(option: ChartOption): ChartPoints {
  const first = [option.series].flat()[0]
  const data: readonly unknown[] = Array.isArray(first?.data) ? first.data : []
  if (first?.type === 'treemap') return treePoints(data as readonly Node[])
  const axis = [option.xAxis].flat()[0]
  const places: readonly unknown[] = axis && 'data' in axis && Array.isArray(axis.data) ? axis.data : data
  const kind = first?.type === 'pie' ? 'items' : 'axis'
  return {
    kind,
    count: kind === 'items' ? data.length : places.length,
    dataIndex: (index) => index,
    indexOf: (dataIndex) => dataIndex,
    params: (index) => (kind === 'items' ? { dataIndex: index } : [{ dataIndex: index }]),
  }
}

/** The leaves of a tree: echarts numbers its root, then each branch before its leaves. */
function treePoints(nodes: readonly Node[]): ChartPoints {
  const leaves: { node: Node; dataIndex: number }[] = []
  let next = 1
  const walk = (node: Node): void => {
    const dataIndex = next
    next += 1
    if (node.children && node.children.length > 0) node.children.forEach(walk)
    else leaves.push({ node, dataIndex })
  }
  nodes.forEach(walk)
  return {
    kind: 'items',
    count: leaves.length,
    dataIndex: (index) => leaves[index]?.dataIndex ?? 0,
    indexOf: (dataIndex) => leaves.findIndex((leaf) => leaf.dataIndex === dataIndex),
    params: (index) => ({ data: leaves[index]?.node }),
  }
}

/** The tooltip of a point as a sentence. */
export function tellPoint(option: ChartOption, points: ChartPoints, index: number): string {
  const tooltip = [option.tooltip].flat()[0]
  const formatter: unknown = tooltip?.formatter
  if (typeof formatter !== 'function') return ''
  const tip: unknown = formatter(points.params(index))
  if (!(tip instanceof HTMLElement)) return typeof tip === 'string' ? tip : ''
  return [...tip.children]
    .map(
      (line) =>
        [...line.children]
          .map((part) => part.textContent)
          .filter(Boolean)
          .join(': ') || line.textContent,
    )
    .join('. ')
}
