import { words } from '../../i18n/catalogue'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'

/**
 * An interview that was broken off, for who runs the study: its interviewer may be gone, so it can be closed with what there is.
 * Nothing of what was answered (§6).
 */
export function BrokenOff(props: { on: string; wave: string; pseudonym: string; mistake: string | undefined }) {
  const { on, mistake } = props
  const { say } = useSpeaking()
  const { interview: w } = words
  return (
    <section className="panel stack">
      <h2>{say(w.brokenOff)}</h2>
      {mistake && <Notice tone="late" title={mistake} urgent />}
      <p>{say(w.title, props)}</p>
      <p>{say(w.goingOnAbout, { on })}</p>
      <p>{say(w.closeAbout)}</p>
      <form method="post" className="row">
        <button type="submit" name="deed" value="close" className="button quiet">
          {say(w.close)}
        </button>
      </form>
    </section>
  )
}
