import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import type { Arrived } from './post'

/** The server has all of it: what became of it there. */
export function Arrival({ state, onList }: { state: Arrived; onList: () => void }) {
  const { say } = useSpeaking()
  const { device: w } = words
  const aside = state === 'aside'
  return (
    <div className="read stack" role="status">
      <Heading title={say(aside ? w.aside : w.arrived)} about={say(aside ? w.asideAbout : w.arrivedAbout)} />
      <div className="row">
        {aside && (
          <a className="button" href={link.conflicts()}>
            {say(w.toConflicts)}
          </a>
        )}
        <a className={aside ? 'button quiet' : 'button'} href={link.today()}>
          {say(w.toKoppel)}
        </a>
        <button type="button" className="button quiet" onClick={onList}>
          {say(w.toList)}
        </button>
      </div>
    </div>
  )
}
