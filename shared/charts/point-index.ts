/** The place that the pointer is over, from what echarts hands to a formatter; -1 when it is over none. */
export function pointIndex(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1
  return typeof first.dataIndex === 'number' ? first.dataIndex : -1
}
