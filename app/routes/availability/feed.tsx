import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Select } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'

/** The address of an interviewer's own calendar: made, made anew, taken back. It is seen right after it was made only. */
export function Feed({ since, address }: { since: string | null; address: string }) {
  const { say } = useSpeaking()
  const { availability: w } = words
  return (
    <section className="panel stack read" aria-labelledby="feed">
      <h2 id="feed">{say(w.feed)}</h2>
      <p className="soft">{say(w.feedAbout)}</p>
      {address ? (
        <Notice tone="good" title={say(w.feedNew)} urgent>
          <p>
            <code className="address">{address}</code>
          </p>
        </Notice>
      ) : (
        since && <p>{say(w.feedSince, { on: since })}</p>
      )}
      <form method="post" action={link.availability()} className="row">
        <button type="submit" name="form" value="feed" className="button">
          {say(since ? w.feedRenew : w.feedMake)}
        </button>
        {since && (
          <button type="submit" name="form" value="end_feed" className="button quiet">
            {say(w.feedRevoke)}
          </button>
        )}
      </form>
    </section>
  )
}

/** Whose days a coordinator wants to see. */
export function Picker({ codes, code }: { codes: readonly string[]; code: string | null }) {
  const { say } = useSpeaking()
  const { calendar: w } = words
  if (codes.length === 0) return <p className="soft">{say(w.loadsNone)}</p>
  return (
    <form method="get" action={link.availability()} className="search">
      <Select
        name="code"
        label={say(w.interviewer)}
        none={say(words.plan.choose)}
        value={code ?? ''}
        groups={[{ label: say(w.interviewer), options: codes.map((value) => ({ value, label: value })) }]}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}
