import { CircleCheck, CircleDashed, CircleX, ClockAlert, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { Tone } from '#renderer/ui/Badge.tsx'
import type { DueItem } from './calendar.ts'

export const dueIcons: Record<DueItem['state'], LucideIcon> = {
  due: CircleDashed,
  done: CircleCheck,
  late: ClockAlert,
  failed: CircleX,
  missed: TriangleAlert,
}

export const dueTones: Record<DueItem['state'], Tone> = {
  due: 'neutral',
  done: 'ok',
  late: 'warn',
  failed: 'bad',
  missed: 'warn',
}
