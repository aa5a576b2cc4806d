import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { longDay, shortDay } from '../../i18n/days'
import type { AskedOnce, CaseInquiry } from '../../records/case-inquiry'
import type { Attempt } from '../../records/intake/attempts'
import { Empty } from '../../ui/empty'
import { type Fact, Facts } from '../../ui/facts'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** Who is asked, since when and until when, and why it waits if it does. */
export function Now({ file, stage, awayUntil }: { file: CaseInquiry; stage: string; awayUntil: string | null }) {
  const { say, language } = useSpeaking()
  const { inquiries: w } = words
  const { supervisor, declined, linked } = file
  // of an earlier one it says when it ended
  const asked = file.asked.find(({ ended }) => !ended)
  const facts: Fact[] = [
    { label: say(w.stage), value: stage },
    { label: say(w.supervisor), value: supervisor ? <Supervisor pseudonym={supervisor} /> : say(w.nobody) },
    ...(declined ? [{ label: say(w.waits), value: say(w.declined) }] : []),
    ...(awayUntil ? [{ label: say(w.waits), value: say(w.awaySince, { until: awayUntil }) }] : []),
    ...(asked?.standIn ? [{ label: say(w.standIn), value: <Supervisor pseudonym={asked.standIn} /> }] : []),
    ...(asked
      ? [
          { label: say(w.sentOn), value: longDay(language, asked.sentOn) },
          { label: say(w.until), value: longDay(language, asked.until) },
          { label: say(w.reply), value: <Reply asked={asked} /> },
          { label: say(w.link), value: say(linked ? w.linkWorks : w.linkNone) },
        ]
      : [{ label: say(w.sentOn), value: say(w.notAsked) }]),
  ]
  return (
    <section className="panel">
      <h2>{say(w.now)}</h2>
      <Facts facts={facts} />
    </section>
  )
}

function Supervisor({ pseudonym }: { pseudonym: string }) {
  return (
    <a className="code" href={link.supervisor(pseudonym)}>
      {pseudonym}
    </a>
  )
}

/** What was answered, in a few words, and by whom for whom. */
function Reply({ asked }: { asked: AskedOnce }) {
  const { say, language } = useSpeaking()
  const { inquiries: w } = words
  const { repliedOn, isSupervisor, contacts, answeredBy } = asked
  if (!repliedOn) return say(w.noReply)
  const said = isSupervisor ? say(w.theirs, { contacts: contacts ?? 0 }) : say(w.notTheirs)
  const by = answeredBy && answeredBy in words.answeredBy ? say(words.answeredBy[answeredBy as 'supervisor']) : ''
  return `${said} (${[by, shortDay(language, repliedOn)].filter(Boolean).join(', ')})`
}

/** Every message about the question, with what became of it. */
export function Ladder({ said }: Pick<CaseInquiry, 'said'>) {
  const { say, language } = useSpeaking()
  const { inquiries: w } = words
  if (said.length === 0) return <Empty title={say(w.ladderNone)} />
  return (
    <Table
      caption={say(w.ladder)}
      columns={[
        { key: 'message', label: say(w.message) },
        { key: 'day', label: say(w.on) },
        { key: 'to', label: say(w.to) },
        { key: 'state', label: say(w.became) },
      ]}
      parts={[
        {
          key: 'all',
          rows: said.map(({ id, kind, supervisor, day, state }) => ({
            key: id,
            cells: {
              message: say(words.messageKinds[kind]),
              day: <time dateTime={day}>{shortDay(language, day)}</time>,
              to: <span className="code">{supervisor}</span>,
              state: say(words.mailStates[state as 'sent']),
            },
          })),
        },
      ]}
    />
  )
}

export function Attempts({ attempts }: { attempts: readonly (Attempt & { supervisor: string })[] }) {
  const { say, language } = useSpeaking()
  const { inquiries: w } = words
  if (attempts.length === 0) return <Empty title={say(w.attemptsNone)} />
  return (
    <Table
      caption={say(w.attempts)}
      columns={[
        { key: 'way', label: say(w.way) },
        { key: 'day', label: say(w.on) },
        { key: 'to', label: say(w.supervisor) },
        { key: 'outcome', label: say(w.outcome) },
      ]}
      parts={[
        {
          key: 'all',
          rows: attempts.map(({ triedOn, way, outcome, supervisor }, at) => ({
            key: `${attempts.length - at}`,
            cells: {
              way: say(words.ways[way]),
              day: <time dateTime={triedOn}>{shortDay(language, triedOn)}</time>,
              to: <span className="code">{supervisor}</span>,
              outcome: say(words.attemptOutcomes[outcome]),
            },
          })),
        },
      ]}
    />
  )
}

/** What was asked and answered before. Nothing when this is the first time. */
export function Earlier({ asked }: Pick<CaseInquiry, 'asked'>) {
  const { say, language } = useSpeaking()
  const { inquiries: w } = words
  const before = asked.filter(({ ended }) => ended)
  if (before.length === 0) return null
  return (
    <Table
      caption={say(w.earlier)}
      columns={[
        { key: 'sent', label: say(w.sentOn) },
        { key: 'supervisor', label: say(w.supervisor) },
        { key: 'reply', label: say(w.reply) },
        { key: 'ended', label: say(w.ended) },
      ]}
      parts={[
        {
          key: 'all',
          rows: before.map((one) => ({
            key: one.id,
            cells: {
              sent: shortDay(language, one.sentOn),
              supervisor: <span className="code">{one.supervisor}</span>,
              reply: <Reply asked={one} />,
              ended: one.ended
                ? `${say(words.inquiryEnds[one.ended.why as 'corrected'])}, ${shortDay(language, one.ended.on)}`
                : '',
            },
          })),
        },
      ]}
    />
  )
}
