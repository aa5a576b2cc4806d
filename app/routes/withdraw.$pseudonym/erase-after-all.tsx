import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'

/** What who stopped and let the answers stay may still ask; it is asked back before it happens. */
export function EraseAfterAll({ pseudonym }: { pseudonym: string }) {
  const { say } = useSpeaking()
  const { withdraw: w } = words
  return (
    <form method="post" action={link.withdraw(pseudonym)} className="form panel">
      <input type="hidden" name="wish" value="erase" />
      <div>
        <h2>{say(w.afterAll)}</h2>
        <p>{say(w.afterAllAbout)}</p>
      </div>
      <button type="submit" name="step" value="choose" className="button quiet">
        {say(w.eraseAfterAll)}
      </button>
    </form>
  )
}
