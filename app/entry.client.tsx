import { RemixBrowser } from '@remix-run/react'
import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * What a hand does before the page has come alive. Links and forms work without scripts; but React, told of it while what the
 * server sent is still being read, would render at once, find nothing to render yet and throw (its error 345).
 */
const TOO_EARLY =
  'click auxclick dblclick contextmenu mousedown mouseup pointerdown pointerup pointercancel touchstart touchend touchcancel keydown keypress keyup input change submit reset compositionstart compositionend copy cut paste dragstart dragend drop'.split(
    ' ',
  )
const hold = (event: Event) => event.stopPropagation()
for (const name of TOO_EARLY) window.addEventListener(name, hold, true)

function Alive({ children }: { children: ReactNode }) {
  useLayoutEffect(() => {
    for (const name of TOO_EARLY) window.removeEventListener(name, hold, true)
  }, [])
  return children
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Alive>
        <RemixBrowser />
      </Alive>
    </StrictMode>,
  )
})
