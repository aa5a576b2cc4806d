import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { type Saved, SavedNow } from './inquiries'
import type { shownOf } from './shown'

type Shown = ReturnType<typeof shownOf> & { readonly token: string; readonly saved: Saved | null }

/** What a link says when there is nothing (more) to answer behind it. */
export function Closed(props: { shown: Shown; sent: boolean; refused: string | undefined }) {
  const { shown, sent, refused } = props
  const { say } = useSpeaking()
  const { answer: w, questionnaire: q } = words
  const { kind, state, until, declinedOn, token, saved, begun, nextAfter } = shown
  const filled = kind === 'measurement'
  const said = declinedOn
    ? { title: say(w.respected), about: say(w.respectedAbout, { since: declinedOn }) }
    : sent || state === 'answered' || (saved && state === 'moved')
      ? {
          title: say(w.thanks),
          about: filled ? say(q.thanksAbout) : saved?.how && saved.how !== 'reply' ? undefined : say(w.thanksAbout),
        }
      : state === 'moved'
        ? { title: say(w.moved), about: say(w.movedAbout) }
        : state === 'expired'
          ? { title: say(w.closed), about: say(filled && begun ? q.closedBegun : w.closedAbout, { until }) }
          : { title: say(w.stopped), about: say(w.stoppedAbout) }
  return (
    <div className="read stack">
      {refused && (
        <Notice tone="late" title={say(q.notKept)} urgent>
          {refused}
        </Notice>
      )}
      <Heading title={said.title} about={said.about} />
      {filled && state === 'answered' && !declinedOn && (
        <p>{nextAfter === null ? say(q.lastWave) : say(q.nextWave, { months: nextAfter })}</p>
      )}
      {saved && saved.how !== 'reply' && !declinedOn && <SavedNow saved={saved} />}
      <ToRights token={token} />
    </div>
  )
}

/** The way to what a supervisor may want for themselves. */
export function ToRights({ token }: { token: string }) {
  const { say } = useSpeaking()
  return (
    <p>
      <a href={link.rights(token)}>{say(words.door.toRights)}</a>
    </p>
  )
}
