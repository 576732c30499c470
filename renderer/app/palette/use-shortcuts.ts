import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { setKeysOpen, setPaletteOpen, toggleSidebar, useShell } from '#renderer/state/shell.ts'
import { transport } from '#renderer/transport/transport.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import type { MenuCommand } from '#shared/contract/host.ts'
import { assertNever } from '#shared/lib/assert-never.ts'
import { listPageActions } from '../page-actions.ts'
import { useSession } from '../use-session.ts'
import { type Shortcut, shortcutOf } from './shortcut-of.ts'
import { useRefresh } from './use-refresh.ts'

const GO_WITHIN_MS = 1_200

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') !== null

/** The keys of the whole program, and the commands of the window's menu, which do the same things. */
export function useShortcuts(): void {
  const [, navigate] = useLocation()
  const session = useSession()
  const refresh = useRefresh()
  const { mutate: lock } = useCommand('people.lock')
  const goingUntil = useRef(0)

  useEffect(() => {
    const tryLock = (): void => {
      if (session.hasPassword) lock({})
    }
    const run = (shortcut: Shortcut): boolean => {
      switch (shortcut.do) {
        case 'palette':
          setPaletteOpen(!useShell.getState().isPaletteOpen)
          return true
        case 'keys':
          setKeysOpen(true)
          return true
        case 'refresh':
          refresh()
          return true
        case 'sidebar':
          toggleSidebar()
          return true
        case 'lock':
          tryLock()
          return true
        case 'startGo':
          goingUntil.current = performance.now() + GO_WITHIN_MS
          return true
        case 'open':
          navigate(shortcut.page.path)
          return true
        case 'page': {
          const action = listPageActions().find(({ keys }) => keys?.toLowerCase() === shortcut.key)
          action?.run()
          return action !== undefined
        }
        default:
          return assertNever(shortcut)
      }
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const isGoing = performance.now() < goingUntil.current
      const shortcut = shortcutOf(event, isTyping(event.target), isGoing)
      goingUntil.current = 0
      if (!shortcut) return
      // A dialog on top keeps the keys to itself; only the palette's own key may close it.
      if (document.querySelector('dialog[open]') && shortcut.do !== 'palette' && shortcut.do !== 'refresh')
        return
      if (run(shortcut)) event.preventDefault()
    }
    const onMenu = (command: MenuCommand): void => {
      const actions: Record<MenuCommand, () => void> = {
        palette: () => setPaletteOpen(true),
        refresh,
        shortcuts: () => setKeysOpen(true),
        settings: () => navigate('/settings'),
        about: () => navigate('/about'),
        lock: tryLock,
      }
      actions[command]()
    }
    window.addEventListener('keydown', onKeyDown)
    const stopMenu = transport.onMenu(onMenu)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stopMenu()
    }
  }, [navigate, session, refresh, lock])
}
