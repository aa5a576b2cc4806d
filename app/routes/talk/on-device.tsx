import { useEffect, useState } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'
import { canKeep } from './device'
import { startWorker } from './worker'

/** The step that the form at the gate sends when the interview is to be taken along: then it leads to `link.takeAlong`. */
export const TAKE_ALONG = 'take-along'

/** Whether this browser has all that it needs to go on without a network. Never without JavaScript. */
function useDevice(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (canKeep()) startWorker().then(setReady, () => setReady(false))
  }, [])
  return ready
}

/** A second button for the form that opens an interview: it opens it and takes it along on this device. */
export function OnDevice() {
  const { say } = useSpeaking()
  const { device: w } = words
  if (!useDevice()) return null
  return (
    <>
      <button
        type="submit"
        name="step"
        value={TAKE_ALONG}
        className="button quiet large"
        aria-describedby="on-device-about"
      >
        {say(w.offer)}
      </button>
      <p className="soft" id="on-device-about">
        {say(w.offerAbout)}
      </p>
    </>
  )
}

/** The same for an interview that was opened before. */
export function ToDevice({ pseudonym }: { pseudonym: string }) {
  const { say } = useSpeaking()
  if (!useDevice()) return null
  return (
    <a className="button quiet large" href={link.takeAlong(pseudonym)}>
      {say(words.device.offer)}
    </a>
  )
}
