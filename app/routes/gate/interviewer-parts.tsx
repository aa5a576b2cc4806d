import { words } from '../../i18n/catalogue'
import { QUALIFICATIONS } from '../../protocol/qualifications'
import type { ListedInterviewer } from '../../records/interviewers/list'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'

/** Whether somebody may hold interviews today. */
export function May({ standing, endedOn }: Pick<ListedInterviewer, 'standing' | 'endedOn'>) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  if (endedOn) return <Badge tone="mute">{say(w.ended)}</Badge>
  if (standing.supervisedOnly) return <Badge tone="soon">{say(w.supervised)}</Badge>
  return standing.may ? <Badge tone="good">{say(w.yes)}</Badge> : <Badge tone="late">{say(w.no)}</Badge>
}

/** What is missing today, and what runs out soon, in one line. */
export function Lacks({
  standing,
  runningOut,
  endedOn,
}: Pick<ListedInterviewer, 'standing' | 'runningOut' | 'endedOn'>) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  if (endedOn) return null
  const missing = standing.missing.map((kind) => QUALIFICATIONS[kind].label[language])
  const soon = runningOut.map(({ kind, until }) => say(w.until, { label: QUALIFICATIONS[kind].label[language], until }))
  return [...missing, ...soon].join('; ') || <span className="soft">{say(w.nothingLacks)}</span>
}

/** Whose account it is: for whoever keeps the interviewers. */
export function Whose({ name, tied }: { readonly name: string | null; readonly tied: boolean }) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  return name ?? <span className="soft">{say(tied ? w.accountGone : w.noAccount)}</span>
}
