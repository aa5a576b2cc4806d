import type { ReactNode } from 'react'
import { words } from '../../i18n/catalogue'
import type { Plain } from '../../i18n/speak'
import { OUTCOMES, WAYS } from '../../protocol/attempts'
import type { CaseInquiry } from '../../records/case-inquiry'
import { Choices, Field, Select } from '../../ui/field'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { type Reasons, ReplyFields } from '../answer.$token/reply-fields'
import type { Deed } from './do'

/** A form that was sent and refused: which, what was typed, and at which field why. */
type Sent =
  | {
      readonly deed: Deed
      readonly typed: Readonly<Record<string, string>>
      readonly field: string
      readonly sentence: string
    }
  | undefined
type Given = {
  readonly file: CaseInquiry
  readonly reasons: Reasons
  /** Why a deed cannot be done now, in words. */
  readonly closed: Partial<Record<Deed, string>>
  readonly today: string
  readonly sent: Sent
}

/** Everything that can be done about the question. What cannot be done now says why. */
export function Deeds({ reasons, closed, today, sent }: Given) {
  const { say } = useSpeaking()
  const { inquiries: w } = words
  const at = (deed: Deed, name: string, first?: string) => {
    const mine = sent?.deed === deed ? sent : undefined
    const value = mine ? mine.typed[name] : first
    return { name, ...(value !== undefined && { value }), ...(mine?.field === name && { mistake: mine.sentence }) }
  }
  const ofAnswer = sent?.deed === 'answer' ? sent : undefined
  return (
    <>
      <DeedForm deed="attempt" title={w.logAttempt} button={w.record} closed={closed}>
        <Field {...at('attempt', 'tried_on', today)} type="date" max={today} short label={say(w.on)} />
        <Choices
          {...at('attempt', 'way')}
          label={say(w.way)}
          level
          options={WAYS.map((value) => ({ value, label: say(words.ways[value]) }))}
        />
        <Select
          {...at('attempt', 'outcome')}
          label={say(w.outcome)}
          none=""
          groups={[
            {
              label: say(w.outcome),
              options: OUTCOMES.map((value) => ({ value, label: say(words.attemptOutcomes[value]) })),
            },
          ]}
        />
      </DeedForm>
      <DeedForm deed="answer" title={w.answerFor} about={w.answerForAbout} button={w.record} closed={closed}>
        <ReplyFields
          reasons={reasons}
          mistakes={ofAnswer ? { [ofAnswer.field]: ofAnswer.sentence } : {}}
          typed={ofAnswer?.typed ?? {}}
        />
      </DeedForm>
      <DeedForm deed="hand_over" title={w.handOver} button={w.handOver} closed={closed}>
        <PseudonymField {...at('hand_over', 'pseudonym')} label={say(w.pseudonym)} />
      </DeedForm>
      <DeedForm
        deed="change_supervisor"
        title={w.changeSupervisor}
        about={w.changeSupervisorAbout}
        button={w.record}
        closed={closed}
      >
        <Field {...at('change_supervisor', 'colleague')} label={say(w.colleague)} autoComplete="off" />
      </DeedForm>
      <DeedForm deed="again" title={w.askAgain} about={w.askAgainAbout} button={w.askAgain} closed={closed} />
      <DeedForm deed="new_link" title={w.links} about={w.revokeAbout} button={w.newLink} closed={closed} />
      <DeedForm deed="revoke" button={w.revoke} closed={closed} />
    </>
  )
}

type FormGiven = {
  readonly deed: Deed
  readonly title?: Plain
  readonly about?: Plain
  readonly button: Plain
  readonly closed: Partial<Record<Deed, string>>
  readonly children?: ReactNode
}

function DeedForm({ deed, title, about, button, closed, children }: FormGiven) {
  const { say } = useSpeaking()
  const why = closed[deed]
  const whyId = `why-${deed}`
  return (
    <form method="post" className="panel form" noValidate>
      <input type="hidden" name="deed" value={deed} />
      {title && (
        <div>
          <h2>{say(title)}</h2>
          {about && <p>{say(about)}</p>}
        </div>
      )}
      {!why && children}
      {why && (
        <p className="soft" id={whyId}>
          {why}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className="button quiet"
          disabled={why !== undefined}
          aria-describedby={why ? whyId : undefined}
        >
          {say(button)}
        </button>
      </div>
    </form>
  )
}
