import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { refusalSentence } from '../../i18n/refusal'
import { speak } from '../../i18n/speak'
import { roomsOf } from '../../records/appointments/rooms'
import { placesKnown } from '../../records/sites/places'
import { Empty } from '../../ui/empty'
import { Field, Select } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { formOf } from '../gate/form'
import { at, type Filled, UNFILLED } from '../gate/form-parts'
import { typedIn } from '../gate/form-read'
import { HoursFields } from '../gate/hours-fields'
import { Refused } from '../gate/refused'
import { languageOf } from '../gate/visitor'
import { Kept } from './kept'
import { send } from './told'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/rooms', { request, context })
  const db = context.databases.study
  const places = await placesKnown(db, study)
  const done = new URL(request.url).searchParams.get('done') !== null
  return { rooms: await roomsOf(db, study), locations: places.map(({ location }) => location), done }
}
type Loaded = Awaited<ReturnType<typeof loader>>

/** Does what one of the forms of the page asks; a refused one comes back as it was typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { occasion } = await enter('/rooms', { request, context })
  const form = await formOf(request)
  const sent = await send(context.databases.study, occasion, form)
  if (sent.ok) return redirect(link.rooms('done'))
  const sentence = refusalSentence(speak(await languageOf(request, context)), sent.refusal)
  const filled: Filled = { typed: typedIn(form), mistakes: { [sent.refusal.field ?? '']: sentence } }
  return data({ form: filled.typed.form ?? '', filled, sentence }, { status: 400 })
}

export default function Rooms() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { say } = useSpeaking()
  const { rooms: w } = words
  const filledIn = (form: string) => (refused?.form === form ? refused.filled : UNFILLED)
  const fields = {
    location: say(words.calendar.location),
    name: say(w.name),
    room: say(words.plan.room),
    weekday: { label: say(w.weekday), of: 'room' },
    from: { label: say(w.from), of: 'room' },
    until: { label: say(w.until), of: 'room' },
  }
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <a href={link.calendar()}>{say(words.plan.back)}</a>
      </Heading>
      <div className="stack">
        {refused && <Refused refused={refused} fields={fields} />}
        {page.done && !refused && <Notice tone="good" title={say(w.done)} urgent />}
        {page.rooms.length === 0 ? <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty> : <Kept rooms={page.rooms} />}
        <div className="two even">
          <AddRoom page={page} filled={filledIn('room')} />
          {page.rooms.length > 0 && <AddHours page={page} filled={filledIn('hours')} />}
        </div>
      </div>
    </>
  )
}

function AddRoom({ page, filled }: { page: Loaded; filled: Filled }) {
  const { say } = useSpeaking()
  const { rooms: w, calendar: c } = words
  return (
    <form method="post" action={link.rooms()} className="panel form">
      <h2>{say(w.add)}</h2>
      <input type="hidden" name="form" value="room" />
      <Select
        {...at(filled, 'location')}
        label={say(c.location)}
        none={say(words.plan.choose)}
        groups={[{ label: say(c.location), options: page.locations.map((value) => ({ value, label: value })) }]}
      />
      <Field {...at(filled, 'name')} label={say(w.name)} autoComplete="off" />
      <div>
        <button type="submit" className="button">
          {say(w.add)}
        </button>
      </div>
    </form>
  )
}

function AddHours({ page, filled }: { page: Loaded; filled: Filled }) {
  const { say } = useSpeaking()
  const { rooms: w } = words
  const options = page.rooms.map(({ id, location, name }) => ({ value: id, label: `${location}, ${name}` }))
  return (
    <form method="post" action={link.rooms()} className="panel form">
      <h2>{say(w.addHours)}</h2>
      <input type="hidden" name="form" value="hours" />
      <Select
        {...at(filled, 'room')}
        label={say(words.plan.room)}
        none={say(words.plan.choose)}
        groups={[{ label: say(words.plan.room), options }]}
      />
      <HoursFields filled={filled} of="room" />
      <div>
        <button type="submit" className="button">
          {say(w.addHours)}
        </button>
      </div>
    </form>
  )
}
