import { type ReactNode, useRef } from 'react'
import { useScrollFrame } from '#renderer/ui/use-scroll-frame.ts'

/** A list in a frame of its own height, which the keyboard reaches while there is something to scroll. */
export function ScrollList({
  label,
  className,
  children,
}: {
  label: string
  className: string | undefined
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, label)
  return (
    <div ref={frame} className={className}>
      <ul>{children}</ul>
    </div>
  )
}
