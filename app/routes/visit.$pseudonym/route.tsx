import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { whomToMeet } from '../../identity/whom'
import { visitTo } from '../../records/visit'
import { Facts } from '../../ui/facts'
import { ForAMinute } from '../../ui/for-a-minute'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { forAMinute } from '../gate/minute'
import { languageOf } from '../gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/**
 * Whom to meet, where and when (§6), as long as a talk is to be held; else there is nothing here. An account that saw too
 * many names within the hour is told so instead.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { visitor, occasion } = await enter('/visit/:pseudonym', { request, context })
  const dyad = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = dyad && (await visitTo(context.databases.study, occasion, dyad))
  if (!found) throw nothingHere()
  const { registrationId, ...rest } = found
  const visit = { ...rest, dyad, holds: scopeOf(visitor.role, 'hold_interviews') !== undefined }
  const client = await whomToMeet(context.vault, occasion, { registrationId, telephone: visit.telephone })
  const headers = forAMinute(link.today())
  if (client.ok) return data({ visit, client: client.value, refused: null }, { headers })
  if (client.refusal.code !== 'too_many_looks') return data({ visit, client: null, refused: null }, { headers })
  const say = speak(await languageOf(request, context))
  return data({ visit, client: null, refused: refusalSentence(say, client.refusal) }, { headers, status: 429 })
}

export default function VisitPage() {
  const { visit, client, refused } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { visit: w } = words
  const phone = visit.telephone ? (client?.phone ?? say(w.phoneUnknown)) : say(w.noPhone)
  return (
    <div className="read stack">
      <Heading title={say(w.title, visit)} about={say(w.about)} />
      {refused && <Notice tone="late" title={refused} />}
      {!refused && (
        <section className="panel">
          <ForAMinute over={link.today()} counted={(seconds) => say(words.reidentify.left, { seconds })}>
            <Facts
              facts={[
                { label: say(w.client), value: client?.name ?? say(w.gone) },
                { label: say(w.pseudonym), value: <span className="code">{visit.pseudonym}</span> },
                { label: say(w.phone), value: phone },
                { label: say(w.location), value: [visit.location, visit.room].filter(Boolean).join(', ') },
                {
                  label: say(w.day),
                  value: visit.on ? say(words.plan.moment, { on: visit.on, at: visit.at }) : say(w.noDay),
                },
                ...(visit.window ? [{ label: say(w.window), value: say(w.span, visit.window) }] : []),
              ]}
            />
          </ForAMinute>
        </section>
      )}
      <p className="row">
        {visit.holds && (
          <a className="button" href={link.interview(visit.dyad)}>
            {say(words.interview.link)}
          </a>
        )}
        <a className={visit.holds ? 'button quiet' : 'button'} href={link.today()}>
          {say(w.back)}
        </a>
      </p>
    </div>
  )
}
