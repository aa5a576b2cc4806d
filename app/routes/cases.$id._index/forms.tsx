import type { ReactNode } from 'react'
import { words } from '../../i18n/catalogue'
import { Choices, Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { APPROACHABLE, type Deed, fieldOf } from './deeds'
import type { ShownCase } from './shown'

/** What was sent and not kept: by which form, what was typed, and what was wrong with which field. */
export type Sent = {
  readonly deed: Deed
  readonly typed: Readonly<Record<string, string>>
  readonly field: string
  readonly sentence: string
}

type FormProps = { readonly file: ShownCase; readonly sent: Sent | null }

/** A field of one of the forms: its name on the page, what was typed before, and what was wrong with it. */
const at = (deed: Deed, field: string, sent: Sent | null, value?: string) => {
  const own = sent?.deed === deed ? sent : null
  const name = fieldOf(deed, field)
  const before = own ? own.typed[name] : value
  return {
    name,
    ...(before !== undefined && before !== '' && { value: before }),
    ...(own?.field === field && { mistake: own.sentence }),
  }
}

function Submit({ deed, label, why }: { deed: Deed; label: string; why: string | null }) {
  const { say } = useSpeaking()
  const { caseFile: w } = words
  return (
    <>
      <p>
        <button type="submit" name="deed" value={deed} className="button" disabled={why !== null}>
          {label}
        </button>
      </p>
      {why !== null && <p className="soft small">{say(w.notNow, { why })}</p>}
    </>
  )
}

/** One thing that can be done, or why it cannot now; folded in, so that all of them are seen at once. */
function Deeds({
  file,
  deed,
  title,
  about,
  open,
  children,
}: {
  file: ShownCase
  deed: Deed
  title: string
  about?: string
  open: boolean
  children: (why: string | null) => ReactNode
}) {
  const { say } = useSpeaking()
  const { caseFile: w } = words
  const state = file.deeds.find((one) => one.deed === deed)
  if (!state?.runs) return null
  return (
    <details className="more panel deed" open={open}>
      <summary>
        {title}
        {state.why !== null && <span className="soft small">{say(w.notNow, { why: state.why })}</span>}
      </summary>
      <form method="post" className="form">
        {about && <p className="soft">{about}</p>}
        {children(state.why)}
      </form>
    </details>
  )
}

const isOpen = (sent: Sent | null, deed: Deed) => sent?.deed === deed

/** Asking, finding out, correcting and judging: up to the pair. */
export function IntakeForms({ file, sent }: FormProps) {
  const { say } = useSpeaking()
  const { caseFile: w } = words
  const { answer, choices } = file
  const verdicts = (['met', 'not_met', 'unknown'] as const).map((value) => ({
    value,
    label: say(words.verdicts[value]),
  }))
  const yesNo = [
    { value: 'yes', label: say(w.yes) },
    { value: 'no', label: say(w.no) },
  ]
  return (
    <>
      <Deeds file={file} deed="inquire" title={say(w.inquire)} open={isOpen(sent, 'inquire')}>
        {(why) => <Submit deed="inquire" label={say(w.inquireGo)} why={why} />}
      </Deeds>
      <Deeds file={file} deed="set_finding" title={say(w.setFinding)} open={isOpen(sent, 'set_finding')}>
        {(why) => (
          <>
            <Select
              {...at('set_finding', 'criterion', sent)}
              label={say(w.criterion)}
              none={say(w.choose)}
              groups={[{ label: say(w.criteria), options: choices.criteria }]}
            />
            <Choices {...at('set_finding', 'verdict', sent)} label={say(w.verdict)} options={verdicts} level />
            <Select
              {...at('set_finding', 'reason', sent)}
              label={say(w.because)}
              none={say(w.noReason)}
              groups={choices.against.slice(0, 1)}
            />
            <Submit deed="set_finding" label={say(w.setFindingGo)} why={why} />
          </>
        )}
      </Deeds>
      <Deeds file={file} deed="screen" title={say(w.screen)} about={say(w.screenAbout)} open={isOpen(sent, 'screen')}>
        {(why) => <Submit deed="screen" label={say(w.screenGo)} why={why} />}
      </Deeds>
      <Deeds
        file={file}
        deed="correct_reply"
        title={say(w.correctReply)}
        about={say(w.correctReplyAbout)}
        open={isOpen(sent, 'correct_reply')}
      >
        {(why) => (
          <>
            <Field
              {...at('correct_reply', 'replied_on', sent, answer?.repliedOn ?? '')}
              label={say(w.repliedOn)}
              type="date"
              short
            />
            <Choices
              {...at('correct_reply', 'is_supervisor', sent, answer?.isSupervisor === false ? 'no' : 'yes')}
              label={say(w.isSupervisor)}
              options={yesNo}
              level
            />
            <Field
              {...at('correct_reply', 'contacts', sent, answer?.contacts?.toString() ?? '')}
              label={say(w.contacts)}
              inputMode="numeric"
              short
            />
            <Field
              {...at('correct_reply', 'next_contact_on', sent, answer?.nextContactOn ?? '')}
              label={say(w.nextContactOn)}
              type="date"
              short
            />
            <Select
              {...at('correct_reply', 'reason', sent, answer?.reason ?? '')}
              label={say(w.speaksAgainst)}
              none={say(w.nothing)}
              groups={choices.against}
            />
            <Submit deed="correct_reply" label={say(w.correctReplyGo)} why={why} />
          </>
        )}
      </Deeds>
      <Deeds
        file={file}
        deed="judge"
        title={say(w.judge)}
        about={say(w.judgeAbout, { free: file.free })}
        open={isOpen(sent, 'judge')}
      >
        {(why) => (
          <>
            <Choices
              {...at('judge', 'reason', sent)}
              label={say(w.canApproach)}
              options={[{ value: APPROACHABLE, label: say(w.approachable) }, ...choices.judgement]}
            />
            <Submit deed="judge" label={say(w.judgeGo)} why={why} />
          </>
        )}
      </Deeds>
    </>
  )
}

/** From the pair to the first interview. */
export function ApproachForms({ file, sent }: FormProps) {
  const { say } = useSpeaking()
  const { caseFile: w } = words
  const reasons = [{ label: say(w.reason), options: file.choices.approach }]
  return (
    <>
      <Deeds file={file} deed="plan_interview" title={say(w.plan)} open={isOpen(sent, 'plan_interview')}>
        {(why) => (
          <>
            <Field
              {...at('plan_interview', 'planned_on', sent, file.plannedOn ?? '')}
              label={say(w.plannedOn)}
              type="date"
              short
            />
            <Submit deed="plan_interview" label={say(w.planGo)} why={why} />
          </>
        )}
      </Deeds>
      {file.plannedOn &&
        file.deeds.some(({ deed, runs, why }) => deed === 'plan_interview' && runs && why === null) && (
          <form method="post">
            <input type="hidden" name={fieldOf('plan_interview', 'back')} value="yes" />
            <button type="submit" name="deed" value="plan_interview" className="button quiet">
              {say(w.unplanGo)}
            </button>
          </form>
        )}
      <Deeds file={file} deed="record_no_show" title={say(w.noShow)} open={isOpen(sent, 'record_no_show')}>
        {(why) => (
          <>
            <Field {...at('record_no_show', 'on', sent)} label={say(w.day)} type="date" short />
            <Submit deed="record_no_show" label={say(w.noShowGo)} why={why} />
          </>
        )}
      </Deeds>
      {(['record_refusal', 'record_not_held'] as const).map((deed) => (
        <Deeds
          key={deed}
          file={file}
          deed={deed}
          title={say(deed === 'record_refusal' ? w.refusal : w.notHeld)}
          open={isOpen(sent, deed)}
        >
          {(why) => (
            <>
              <Field {...at(deed, 'on', sent)} label={say(w.day)} type="date" short />
              <Select {...at(deed, 'reason', sent)} label={say(w.reason)} none={say(w.choose)} groups={reasons} />
              <Submit deed={deed} label={say(deed === 'record_refusal' ? w.refusalGo : w.notHeldGo)} why={why} />
            </>
          )}
        </Deeds>
      ))}
    </>
  )
}
