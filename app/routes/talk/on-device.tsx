import { useEffect, useState } from 'react'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import { canKeep } from './device'
import { startWorker } from './worker'

/** What the form at the gate sends when the talk is to be taken along: then it leads to `link.takeAlong`. */
export const ON_DEVICE = { name: 'on', value: 'device' } as const

/** A second button for the form that opens an interview, where this browser can keep one; nothing without JavaScript. */
export function OnDevice() {
  const { say } = useSpeaking()
  const { device: w } = words
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (canKeep()) startWorker().then(setReady, () => setReady(false))
  }, [])
  if (!ready) return null
  return (
    <div className="stack">
      <div className="row">
        <button type="submit" className="button quiet" aria-describedby="on-device-about" {...ON_DEVICE}>
          {say(w.offer)}
        </button>
      </div>
      <p className="soft" id="on-device-about">
        {say(w.offerAbout)}
      </p>
    </div>
  )
}
