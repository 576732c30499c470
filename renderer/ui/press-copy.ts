/**
 * The program's own press of "copy": the page fills the clipboard within the event, which needs nobody's permission — a
 * window of ours gives none. False where the browser does not let it press.
 */
export function pressCopy(fill: (data: DataTransfer | null) => void): boolean {
  const ends = new AbortController()
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    fill(event.clipboardData)
  }
  document.addEventListener('copy', onCopy, { capture: true, signal: ends.signal })
  const isDone = document.execCommand('copy')
  ends.abort()
  return isDone
}

export const copyPlainText = (text: string): boolean => pressCopy((data) => data?.setData('text/plain', text))
