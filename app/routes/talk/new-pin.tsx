import { type FormEvent, useState } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { type Open, takeAlong } from './device'
import { type PinMistake, pinMistake } from './pin'
import { ask, type Outcome } from './post'
import type { Sheet } from './talk'
import { startWorker } from './worker'

type Trouble = Exclude<Outcome, { kind: 'arrived' }>

/** Chooses the PIN of a talk that was just opened at the server, fetches its questions once, and seals them. */
export function NewPin(props: { pseudonym: string; onOpen: (open: Open) => void; onList: () => void }) {
  const { pseudonym, onOpen, onList } = props
  const { say } = useSpeaking()
  const { device: w } = words
  const [mistake, setMistake] = useState<PinMistake>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)

  async function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const pin = String(form.get('pin'))
    const wrong = pinMistake(pin, String(form.get('again')))
    setMistake(wrong)
    if (wrong || busy) return
    setBusy(true)
    const sheet = await ask<Sheet>(link.sheet(pseudonym))
    if (sheet.kind === 'came') {
      await startWorker()
      onOpen(await takeAlong(sheet.body, pin))
    } else {
      setTrouble(sheet)
      setBusy(false)
    }
  }

  return (
    <div className="read stack">
      <Heading title={say(w.choose)} about={say(w.chooseAbout)} />
      {trouble && <NotTaken trouble={trouble} />}
      <form className="form panel" noValidate onSubmit={choose} autoComplete="off">
        <Field
          name="pin"
          type="password"
          label={say(w.pin)}
          hint={say(w.pinHint)}
          inputMode="numeric"
          autoComplete="off"
          focus
          short
          {...(mistake && mistake !== 'differs' && { mistake: say(w[mistake]) })}
        />
        <Field
          name="again"
          type="password"
          label={say(w.again)}
          inputMode="numeric"
          autoComplete="off"
          short
          {...(mistake === 'differs' && { mistake: say(w.differs) })}
        />
        <div className="row">
          <button type="submit" className="button" aria-disabled={busy || undefined}>
            {say(w.begin)}
          </button>
          <button type="button" className="button quiet" onClick={onList}>
            {say(w.toList)}
          </button>
        </div>
      </form>
    </div>
  )
}

function NotTaken({ trouble }: { trouble: Trouble }) {
  const { say } = useSpeaking()
  const { device: w } = words
  if (trouble.kind === 'sign_in')
    return (
      <Notice tone="soon" title={say(w.signIn)} urgent>
        <a href={link.signInAgain(link.talk())}>{say(w.signIn)}</a>
      </Notice>
    )
  return (
    <Notice
      tone="late"
      title={trouble.kind === 'refused' ? refusalSentence(say, trouble.refusal) : say(w.later)}
      urgent
    />
  )
}
