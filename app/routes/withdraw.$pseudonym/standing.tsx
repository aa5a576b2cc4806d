import { words } from '../../i18n/catalogue'
import type { Withdrawable } from '../../records/withdrawable'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'

type Scope = Withdrawable['scopes'][number] & { readonly label: string }

/** How it stands now: since when the client has stopped, or what is still allowed. */
export function Standing({ withdrawn, scopes }: Pick<Withdrawable, 'withdrawn'> & { scopes: readonly Scope[] }) {
  const { say } = useSpeaking()
  const { withdraw: w } = words
  if (withdrawn)
    return (
      <Notice tone="mute" title={say(w.stopped, { on: withdrawn.on })}>
        <p>{say(withdrawn.collected === 'erase' ? w.erasedSaid : w.keptSaid)}</p>
        {withdrawn.eraseOn && <p>{say(w.erasedAfterAll, { on: withdrawn.eraseOn })}</p>}
      </Notice>
    )
  const state = ({ granted, endedOn }: Scope) =>
    granted ? say(w.yes) : endedOn ? say(w.takenBack, { on: endedOn }) : say(granted === null ? w.notAsked : w.no)
  return (
    <section className="panel">
      <h2>{say(w.allowed)}</h2>
      <Facts facts={scopes.map((one) => ({ label: one.label, value: state(one) }))} />
    </section>
  )
}
