import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Plain } from '../../i18n/speak'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import type { Decision } from './decide'

const { rights: w } = words

/** Each decision by name, what it does, and what is said when it was carried out. */
export const NAMES = {
  'decline-one': w.declineOne,
  'decline-all': w.declineAll,
  'erase-one': w.eraseOne,
  'erase-all': w.eraseAll,
} satisfies Record<Decision, Plain>
const SURE = {
  'decline-one': w.sureDeclineOne,
  'decline-all': w.sureDeclineAll,
  'erase-one': w.sureEraseOne,
  'erase-all': w.sureEraseAll,
} satisfies Record<Decision, Plain>
export const DONE = {
  'decline-one': w.declineOneDone,
  'decline-all': w.declineAllDone,
  'erase-one': w.eraseOneDone,
  'erase-all': w.eraseAllDone,
} satisfies Record<Decision, Plain>

/** Says what a decision does before it is carried out. No reason is asked. */
export function Confirm({ decision, token, pseudonym }: { decision: Decision; token: string; pseudonym: string }) {
  const { say } = useSpeaking()
  return (
    <div className="read stack">
      <Heading
        title={say(NAMES[decision])}
        about={
          decision.endsWith('-one') && (
            <>
              {say(words.answer.aboutNumber)} <span className="code">{pseudonym}</span>.
            </>
          )
        }
      />
      <p>{say(SURE[decision])}</p>
      <form method="post" action={link.rights(token)} className="row">
        <button type="submit" name="decision" value={decision} className="button">
          {say(w.yes)}
        </button>
        <a className="button quiet" href={link.rights(token)}>
          {say(w.no)}
        </a>
      </form>
    </div>
  )
}
