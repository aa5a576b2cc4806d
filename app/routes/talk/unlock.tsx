import { type FormEvent, useState } from 'react'
import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { deviceNow, forget, type Open, type Tried, tryPin } from './device'

type Closed = Exclude<Tried, { kind: 'open' }>

function sentenceOf(say: Say, tried: Closed): string {
  const { device: w } = words
  if (!('until' in tried)) return say(w[tried.kind])
  const left = tried.until - deviceNow()
  const wait = left > 0 ? say(w.wait, { ms: left }) : ''
  return tried.kind === 'wrong' ? `${say(w.wrong)} ${wait}`.trim() : wait
}

/** A talk behind its PIN. */
export function Unlock({ id, onOpen, onList }: { id: string; onOpen: (open: Open) => void; onList: () => void }) {
  const { say } = useSpeaking()
  const { device: w } = words
  const [closed, setClosed] = useState<Closed>()
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const tried = await tryPin(id, String(new FormData(event.currentTarget).get('pin')))
    if (tried.kind === 'open') return onOpen(tried.open)
    setBusy(false)
    setClosed(tried)
    setTries(tries + 1)
  }

  return (
    <div className="read stack">
      <Heading title={say(w.unlock)} />
      <form className="form panel" noValidate onSubmit={open} autoComplete="off">
        <Field
          key={tries}
          name="pin"
          type="password"
          label={say(w.pin)}
          inputMode="numeric"
          autoComplete="off"
          focus
          short
          {...(closed && { mistake: sentenceOf(say, closed) })}
        />
        <div className="row">
          <button type="submit" className="button" aria-disabled={busy || undefined}>
            {say(w.unlock)}
          </button>
          <button type="button" className="button quiet" onClick={onList}>
            {say(w.toList)}
          </button>
        </div>
      </form>
      <ThrowAway id={id} onGone={onList} />
    </div>
  )
}

/** Only whoever says so twice loses answers; not even a forgotten PIN does. */
export function ThrowAway({ id, onGone }: { id: string; onGone: () => void }) {
  const { say } = useSpeaking()
  const { device: w } = words
  return (
    <details>
      <summary>{say(w.throwAway)}</summary>
      <div className="stack">
        <p>{say(w.throwAwayAbout)}</p>
        <div className="row">
          <button type="button" className="button quiet" onClick={() => forget(id).then(onGone)}>
            {say(w.throwAwaySure)}
          </button>
        </div>
      </div>
    </details>
  )
}
