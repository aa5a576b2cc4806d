import { words } from '../../i18n/catalogue'
import { useSpeaking } from '../../ui/speaking'

/** A button that takes one thing away: a form of its own. `what` names it for whoever hears only the button. */
export function TakeAway(props: { action: string; form: string; id: string; what: string; code?: string }) {
  const { action, form, id, what, code } = props
  const { say } = useSpeaking()
  const label = say(words.rooms.end)
  return (
    <form method="post" action={action}>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="id" value={id} />
      {code && <input type="hidden" name="code" value={code} />}
      <button type="submit" className="button quiet" aria-label={`${label}: ${what}`}>
        {label}
      </button>
    </form>
  )
}
