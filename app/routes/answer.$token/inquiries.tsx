import { words } from '../../i18n/catalogue'
import { Badge } from '../../ui/badge'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { type Reasons, ReplyFields } from './reply-fields'

/** One client about whom somebody is asked, as the page shows it: whom by name, only on a known device. */
export type About = {
  readonly pseudonym: string
  readonly whom: string | null
  readonly askedOn: string
  readonly until: string
  readonly answered: boolean
  readonly standIn: boolean
}
/** What was sent and not taken in: about which client, what was wrong by field, and what was typed. */
export type Unsent = {
  readonly of: string
  readonly mistakes: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}
/** What was taken in just now, and what comes of it. */
export type Saved = { readonly of: string; readonly how: 'reply' | 'handed' | 'look' }

type Given = {
  readonly asked: readonly About[]
  readonly reasons: Reasons
  readonly unsent: Unsent | undefined
  readonly saved: Saved | null
}

/** Everything that one person is asked about clients, a form for each: each is sent by itself. */
export function Inquiries({ asked, reasons, unsent, saved }: Given) {
  const { say } = useSpeaking()
  const { answer: w } = words
  const [only] = asked.length === 1 ? asked : []
  const answered = asked.filter((one) => one.answered).length
  return (
    <>
      <Heading
        title={say(only ? w.inquiry : w.inquiries)}
        about={only ? <Whom about={only} /> : say(w.inquiriesAbout)}
      />
      {saved && !unsent && <SavedNow saved={saved} />}
      {!only && <p className="soft">{say(w.progress, { answered, all: asked.length })}</p>}
      {asked.map((about) => (
        <One
          key={about.pseudonym}
          about={about}
          only={only !== undefined}
          reasons={reasons}
          unsent={unsent?.of === about.pseudonym ? unsent : undefined}
        />
      ))}
    </>
  )
}

/** That an answer arrived, and where it goes from there. */
export function SavedNow({ saved }: { saved: Saved }) {
  const { say } = useSpeaking()
  const { answer: w } = words
  return (
    <Notice tone={saved.how === 'look' ? 'soon' : 'good'} title={say(w.saved)}>
      <p>
        {saved.how === 'reply'
          ? say(w.savedAbout, { client: saved.of })
          : say(saved.how === 'handed' ? w.handedOver : w.coordinatorLooks)}
      </p>
    </Notice>
  )
}

/** Whom it is about; the pseudonym alone when the name is gone. */
export function Whom({ about: { whom, pseudonym } }: { about: Pick<About, 'whom' | 'pseudonym'> }) {
  const { say } = useSpeaking()
  return (
    <>
      {whom ? say(words.answer.about, { whom }) : say(words.answer.aboutNumber)}{' '}
      <span className="code">{pseudonym}</span>.
    </>
  )
}

type OneGiven = {
  readonly about: About
  readonly only: boolean
  readonly reasons: Reasons
  readonly unsent: Unsent | undefined
}

function One({ about, only, reasons, unsent }: OneGiven) {
  const { say } = useSpeaking()
  const { answer: w } = words
  const { pseudonym, whom, answered, standIn } = about
  const title = `client-${pseudonym}`
  return (
    <section className="panel form" aria-labelledby={title}>
      <div>
        <h2 id={title} className={only ? 'visually-hidden' : undefined}>
          {whom ?? say(w.number)} <span className="code">{pseudonym}</span>
        </h2>
        {answered && <Badge tone="good">{say(w.answered)}</Badge>}
        {!answered && <p>{say(w.until, { sentOn: about.askedOn, until: about.until })}</p>}
        {!answered && standIn && <p>{say(w.standIn)}</p>}
      </div>
      {unsent && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {unsent.mistakes[''] ?? say(w.wrongAbout)}
        </Notice>
      )}
      {!answered && (
        <form method="post" className="form" noValidate>
          <input type="hidden" name="case" value={pseudonym} />
          <ReplyFields
            reasons={reasons}
            mistakes={unsent?.mistakes ?? {}}
            typed={unsent?.typed ?? {}}
            {...(!only && { of: pseudonym })}
          />
          <div className="row">
            <button type="submit" className="button">
              {say(w.send)}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
