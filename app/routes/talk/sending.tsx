import { useCallback, useEffect, useState } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { forget } from './device'
import { waitToSend } from './patience'
import { type Arrived, type Outcome, post } from './post'
import { type Parcel, reopened, type Talk } from './talk'
import { ThrowAway } from './unlock'

/** Sends a parcel until somebody answers: at once, again after a wait that grows, and as soon as the network is back. */
function useSending(parcel: Parcel): { outcome: Outcome | undefined; again: () => void } {
  const [outcome, setOutcome] = useState<Outcome>()
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((before) => before + 1), [])
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = async (tries: number) => {
      const came = await post(parcel, link.talkSync(), signal)
      if (signal.aborted) return
      setOutcome(came)
      if (came.kind === 'later') timer = setTimeout(send, waitToSend(tries), tries + 1)
    }
    void send(round)
    window.addEventListener('online', again, { signal })
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [parcel, round, again])
  return { outcome, again }
}

/** A talk that is over, on its way to the server. It leaves the device when the server says that it has all of it. */
export function Sending(props: {
  talk: Talk
  parcel: Parcel
  onChange: (talk: Talk) => unknown
  onLock: () => void
  onArrived: (state: Arrived) => void
}) {
  const { talk, parcel, onChange, onLock, onArrived } = props
  const { say } = useSpeaking()
  const { device: w } = words
  const { outcome, again } = useSending(parcel)
  const state = outcome?.kind === 'arrived' ? outcome.state : null
  useEffect(() => {
    if (state) forget(talk.draftId).then(() => onArrived(state))
  }, [state, talk.draftId, onArrived])
  // what was not taken in can be mended; what is over cannot, but a talk that was broken off goes on
  const wrongAt = outcome?.kind === 'refused' ? outcome.refusal.field : undefined
  const opens = outcome?.kind === 'refused' || parcel.ending.brokenOff !== null
  return (
    <div className="read stack">
      <Heading title={say(words.interview.title, talk.sheet)} />
      <Told outcome={outcome} />
      <div className="row">
        {(outcome?.kind === 'later' || outcome?.kind === 'refused') && (
          <button type="button" className="button" onClick={again}>
            {say(w.sendNow)}
          </button>
        )}
        {opens && !state && (
          <button type="button" className="button quiet" onClick={() => onChange(reopened(talk, wrongAt))}>
            {say(w.backToQuestions)}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onLock}>
          {say(words.talk.pause)}
        </button>
      </div>
      {outcome?.kind === 'refused' && <ThrowAway id={talk.draftId} onGone={onLock} />}
    </div>
  )
}

function Told({ outcome }: { outcome: Outcome | undefined }) {
  const { say } = useSpeaking()
  const { device: w } = words
  switch (outcome?.kind) {
    case 'later':
      return (
        <Notice tone="soon" title={say(w.later)} urgent>
          {say(w.laterAbout)}
        </Notice>
      )
    case 'sign_in':
      return (
        <Notice tone="soon" title={say(w.signIn)} urgent>
          <p>{say(w.signInAbout)}</p>
          <p>
            <a className="button" href={link.signInAgain(link.talk())}>
              {say(w.signIn)}
            </a>
          </p>
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="late" title={say(w.refused)} urgent>
          {refusalSentence(say, outcome.refusal)} {say(w.refusedAbout)}
        </Notice>
      )
    default:
      return (
        <Notice tone="calm" title={say(w.sending)}>
          {say(w.sendingAbout)}
        </Notice>
      )
  }
}
