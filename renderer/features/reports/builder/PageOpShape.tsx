import type { PageOp } from '#shared/contract/page-ops.ts'
import { assertNever } from '#shared/lib/assert-never.ts'

type Props = { op: PageOp; clipId: string }

/** One stroke of a printed page. Places and colours are the paper's own: nothing here follows the theme. */
export function PageOpShape({ op, clipId }: Props) {
  switch (op.op) {
    case 'text':
      return (
        <text
          x={op.x}
          y={op.y}
          fontSize={op.size}
          fontWeight={op.weight}
          fill={op.fill}
          textAnchor={op.anchor}
          transform={op.turn ? `rotate(${op.turn} ${op.x} ${op.y})` : undefined}
        >
          {op.text}
        </text>
      )
    case 'rect':
      return (
        <rect
          x={op.x}
          y={op.y}
          width={Math.max(0, op.width)}
          height={Math.max(0, op.height)}
          rx={op.radius}
          fill={op.fill}
          opacity={op.opacity}
        />
      )
    case 'line':
      return (
        <line
          x1={op.x1}
          y1={op.y1}
          x2={op.x2}
          y2={op.y2}
          stroke={op.stroke}
          strokeWidth={op.width}
          strokeDasharray={op.dash?.join(' ')}
        />
      )
    case 'path': {
      const path = (
        <path
          d={op.d}
          fill={op.fill ?? 'none'}
          stroke={op.stroke ?? 'none'}
          strokeWidth={op.width}
          strokeDasharray={op.dash?.join(' ')}
          opacity={op.opacity}
          transform={op.dx || op.dy ? `translate(${op.dx ?? 0} ${op.dy ?? 0})` : undefined}
        />
      )
      if (!op.clip) return path
      return (
        <g clipPath={`url(#${clipId})`}>
          <clipPath id={clipId}>
            <rect {...op.clip} />
          </clipPath>
          {path}
        </g>
      )
    }
    default:
      return assertNever(op)
  }
}
