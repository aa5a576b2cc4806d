import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { withdrawNamed, withdrawScopesNamed } from '../../identity/withdrawal'
import { takenBack } from '../../records/permissions'
import { withdrawScopes } from '../../records/taking-back'
import { whoseIs } from '../../records/whose'
import { withdrawable } from '../../records/withdrawable'
import { withdraw } from '../../records/withdrawal'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formOf } from '../gate/form'
import { languageOf } from '../gate/visitor'
import { type Asked, askedIn, lacking, mayStillAsk, numberGoesWith, standsAlready, takeable, usesOf } from './asked'
import { Choosing } from './choosing'
import { Confirming } from './confirming'
import { EraseAfterAll } from './erase-after-all'
import { Standing } from './standing'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** The client behind a pseudonym of a client or a pair; of a supervisor there is nothing here. */
async function clientOf({ request, context, params }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/withdraw/:pseudonym', { request, context })
  const db = context.databases.study
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const whose = pseudonym && (await whoseIs(db, study, pseudonym))
  const client = whose && whose.person === 'client' ? await withdrawable(db, study, whose.id) : null
  if (!client || !pseudonym || !whose) throw nothingHere()
  return { db, vault: context.vault, study, occasion, client, pseudonym, dyad: whose.kind === 'dyad' }
}

export async function loader(call: LoaderFunctionArgs) {
  const { study, client, pseudonym, dyad } = await clientOf(call)
  const language = await languageOf(call.request, call.context)
  const { protocol } = study
  const { keep } = protocol.retention.names_of_participants
  return {
    pseudonym,
    dyad,
    client: client.pseudonym,
    withdrawn: client.withdrawn,
    recorded: new URL(call.request.url).searchParams.has('done'),
    offered: takeable(protocol, client),
    monthsNamed: 'months' in keep ? keep.months : 0,
    scopes: client.scopes.map((one) => ({ ...one, label: protocol.consent.scopes[one.scope]?.label[language] ?? '' })),
  }
}

const NOTHING: Asked = { wish: null, scopes: [] }

/** Asks back what was chosen, and records it when it was confirmed. Sent twice, it is recorded once. */
export async function action(call: ActionFunctionArgs) {
  const { db, vault, study, occasion, client, pseudonym } = await clientOf(call)
  const form = await formOf(call.request)
  const asked = askedIn(form, takeable(study.protocol, client))
  const step = form.get('step')
  if (step === 'change') return data({ step: 'choose' as const, asked, lacks: null, sentence: null })
  // the second of two confirmations finds what it asks done already
  if (step === 'record' && standsAlready(client, asked, form.getAll('scopes').map(String)))
    return redirect(link.withdraw(pseudonym, 'done'))
  if (!mayStillAsk(client, asked.wish)) return data({ step: 'refused' as const, asked: NOTHING }, { status: 409 })
  const lacks = lacking(asked)
  if (lacks) return data({ step: 'choose' as const, asked, lacks, sentence: null }, { status: 400 })
  if (step !== 'record') {
    const stops = { uses: usesOf(study.protocol, asked.scopes), number: numberGoesWith(study.protocol, asked.scopes) }
    return data({ step: 'confirm' as const, asked, stops })
  }
  const { clientId } = client
  const result =
    asked.wish === 'some'
      ? await withdrawScopesNamed(vault, occasion, {
          clientId,
          scopes: asked.scopes,
          takeBack: (what) => withdrawScopes(db, occasion, what),
          stillTakenBack: (id) => takenBack(db, id),
        })
      : await withdrawNamed(vault, occasion, {
          clientId,
          collected: asked.wish === 'erase' ? 'erase' : 'keep',
          withdraw: (what) => withdraw(db, occasion, what),
        })
  if (result.ok) return redirect(link.withdraw(pseudonym, 'done'))
  return data({ step: 'choose' as const, asked, lacks: null, sentence: result.refusal }, { status: 400 })
}

export default function Withdraw() {
  const at = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { withdraw: w } = words
  const chosen = sent?.asked ?? NOTHING
  return (
    <div className="read stack">
      <Heading title={say(w.title, { client: at.client })} about={say(w.about)}>
        {at.dyad && <a href={link.dyad(at.pseudonym)}>{say(w.back)}</a>}
      </Heading>
      {at.recorded && !sent && (
        <Notice tone="good" title={say(w.wasRecorded)}>
          {at.withdrawn && <p>{say(w.tell)}</p>}
        </Notice>
      )}
      {sent?.step === 'choose' && sent.sentence && (
        <Notice tone="late" urgent title={refusalSentence(say, sent.sentence)} />
      )}
      {sent?.step === 'refused' && <Notice tone="late" urgent title={say(w.notRecorded)} />}
      {sent?.step === 'confirm' ? (
        <Confirming pseudonym={at.pseudonym} asked={sent.asked} stops={sent.stops} at={at} />
      ) : at.withdrawn || (at.recorded && !sent) ? (
        <>
          <Standing withdrawn={at.withdrawn} scopes={at.scopes} />
          {at.withdrawn?.collected === 'keep' && <EraseAfterAll pseudonym={at.pseudonym} />}
        </>
      ) : (
        <Choosing pseudonym={at.pseudonym} asked={chosen} lacks={sent?.step === 'choose' ? sent.lacks : null} at={at} />
      )}
    </div>
  )
}
