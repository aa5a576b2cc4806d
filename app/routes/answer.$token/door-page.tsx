import type { ReactNode } from 'react'
import { words } from '../../i18n/catalogue'
import { Field } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import type { DOOR_STEPS } from './door'

type Step = (typeof DOOR_STEPS)[keyof typeof DOOR_STEPS]
const MAIL: Step = 'mail-code'
const OPEN: Step = 'enter-code'

type Given = {
  readonly door: { readonly waits: boolean; readonly minutes: number }
  /** What went wrong just now. */
  readonly shut: string | undefined
  readonly about: ReactNode
  readonly children?: ReactNode
}

/** The page in front of a name: one button that mails a code, then one field for it. */
export function Door({ door, shut, about, children }: Given) {
  const { say } = useSpeaking()
  const { door: w } = words
  return (
    <div className="read stack">
      <Heading title={say(w.title)} about={about} />
      {shut && !door.waits && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {shut}
        </Notice>
      )}
      {door.waits && <CodeForm shut={shut} minutes={door.minutes} />}
      <form method="post" className="row">
        <button type="submit" name="step" value={MAIL} className={door.waits ? 'button quiet' : 'button'}>
          {say(door.waits ? w.mailAgain : w.mail)}
        </button>
      </form>
      {children}
    </div>
  )
}

function CodeForm({ shut, minutes }: { shut: string | undefined; minutes: number }) {
  const { say } = useSpeaking()
  const { door: w } = words
  return (
    <>
      {!shut && (
        <Notice tone="calm" title={say(w.mailed)}>
          {say(w.mailedAbout, { minutes })}
        </Notice>
      )}
      <form method="post" className="form panel" noValidate>
        <Field
          name="code"
          label={say(w.code)}
          hint={say(w.codeHint)}
          inputMode="numeric"
          autoComplete="one-time-code"
          focus
          short
          {...(shut && { mistake: shut })}
        />
        <div className="row">
          <button type="submit" name="step" value={OPEN} className="button">
            {say(w.open)}
          </button>
        </div>
      </form>
    </>
  )
}
