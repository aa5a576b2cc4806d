import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { noteTrailSeen } from '../../identity/looked'
import { subjectsOf } from '../../records/trail'
import { whoseIs } from '../../records/whose'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { Pager } from '../../ui/pager'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { pseudonymOf } from '../gate/pseudonym'
import { languageOf } from '../gate/visitor'
import { DoneTable } from '../privacy/done-table'
import { type Page, pageAbout } from '../privacy/trail'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const PAGE = 50

/** What was typed, and what came of it: nothing typed, a slip, nobody, or a page of what was done. */
type Asked = {
  readonly typed: string
  readonly slip: string | null
  readonly pseudonym: string | null
  readonly page: Page | null
  /** Whether it is a client, of whom there is a file to give. */
  readonly client: boolean
}

/** Looks a person's trail up; that is written down before it is shown. */
export async function loader(call: LoaderFunctionArgs): Promise<Asked & { after: string }> {
  const { occasion } = await enter('/privacy/person', call)
  const { context, request } = call
  const { searchParams } = new URL(request.url)
  const typed = (searchParams.get('pseudonym') ?? '').slice(0, 60)
  const after = searchParams.get('after') ?? ''
  const nothing = { typed, slip: null, pseudonym: null, page: null, client: false, after }
  if (typed.trim() === '') return nothing
  const say = speak(await languageOf(request, context))
  const read = pseudonymOf(say, typed)
  if (!read.ok) return { ...nothing, slip: read.sentence }
  const db = context.databases.study
  const { study } = occasion
  const whose = await whoseIs(db, study, read.value)
  if (!whose) return { ...nothing, pseudonym: read.value }
  await noteTrailSeen(context.vault, occasion, { subject: whose.person, subjectId: whose.id })
  const subjects = await subjectsOf(db, study, whose)
  const page = await pageAbout({ vault: context.vault, db, study }, subjects, { after, limit: PAGE })
  return { typed, slip: null, pseudonym: read.value, page, client: whose.person === 'client', after }
}

export default function Person() {
  const { typed, slip, pseudonym, page, client, after } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { privacy: w } = words
  return (
    <>
      <Heading title={say(w.toPerson)} about={say(w.personAbout)}>
        <a href={link.privacy()}>{say(w.back)}</a>
      </Heading>
      <div className="stack">
        <form method="get" action={link.privacyPerson()} className="search">
          <PseudonymField
            name="pseudonym"
            search
            label={say(w.personField)}
            hint={say(w.personHint)}
            value={typed}
            {...(slip && { mistake: slip })}
          />
          <button type="submit" className="button quiet">
            {say(w.personSubmit)}
          </button>
        </form>
        {client && pseudonym && (
          <p>
            <a href={link.access(pseudonym)}>{say(words.access.link)}</a>
          </p>
        )}
        {page && pseudonym ? (
          <Found page={page} pseudonym={pseudonym} />
        ) : (
          !slip && (
            <Empty title={say(pseudonym ? w.personUnknown : w.personNothing)}>
              {say(pseudonym ? w.personUnknownAbout : w.personNothingAbout)}
            </Empty>
          )
        )}
        <Pager
          label={say(words.shell.pages)}
          first={after && pseudonym ? link.privacyPerson({ pseudonym }) : null}
          next={page?.next && pseudonym ? link.privacyPerson({ pseudonym, after: page.next }) : null}
          words={{ first: say(words.shell.first), next: say(words.shell.next) }}
        />
      </div>
    </>
  )
}

function Found({ page, pseudonym }: { page: Page; pseudonym: string }) {
  const { say } = useSpeaking()
  const { privacy: w } = words
  if (page.rows.length === 0) return <Empty title={say(w.nothingDone)} />
  return <DoneTable caption={say(w.trailOf, { pseudonym })} rows={page.rows} />
}
