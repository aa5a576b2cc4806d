import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import type { Say } from '../../i18n/speak'
import { pinOf } from '../../protocol/instruments/battery'
import type { Instrument, Item } from '../../protocol/study'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { enter } from '../gate/enter'
import { instrumentAt } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { study } = await enter('/instruments/:pin', { request, context })
  const instrument = await instrumentAt(context.databases.study, study, params.pin)
  return { pin: pinOf(instrument), instrument }
}

export default function InstrumentPage() {
  const { pin, instrument } = useLoaderData<typeof loader>() as { pin: string; instrument: Instrument }
  const { say, language } = useSpeaking()
  const { instruments: w } = words
  const { title, agreement, perspective } = instrument
  const columns = [
    { key: 'code', label: say(w.code) },
    { key: 'question', label: say(w.question) },
    { key: 'answers', label: say(w.answers) },
    { key: 'asked', label: say(w.asked) },
  ]
  const parts = partsOf(instrument).map(({ name, heading, order, intro, items }) => ({
    key: name,
    ...(heading && {
      title: [heading[language], order === 'random' && `(${say(w.random)})`, intro?.[language]]
        .filter(Boolean)
        .join(' '),
    }),
    rows: items.map((item) => ({
      key: item.code,
      cells: {
        code: item.code,
        question: item.text[language],
        answers: answersOf(item, instrument, say, language),
        asked: askedOf(item, say),
      },
    })),
  }))
  return (
    <>
      <Heading title={title[language]} about={`${pin}: ${say(w[perspective])}`}>
        <nav aria-label={pin} className="stack">
          <a href={link.instruments()}>{say(w.back)}</a>
          <a href={link.instrumentCsv(pin)}>{say(w.download)}</a>
        </nav>
      </Heading>
      <div className="stack">
        {agreement.length > 0 && (
          <ol>
            {agreement.map((label) => (
              <li key={label.en}>{label[language]}</li>
            ))}
          </ol>
        )}
        <Table caption={title[language]} hidden columns={columns} parts={parts} />
      </div>
    </>
  )
}

/** The questions of each part, in the order in which the parts are asked. */
function partsOf({ blocks, items }: Instrument) {
  if (!blocks) return [{ name: 'all', heading: null, order: 'fixed', intro: undefined, items }]
  return blocks.map(({ name, title, order, intro }, at) => ({
    name,
    heading: title,
    order,
    intro,
    items: items.filter(({ block }) => (block === undefined ? at === 0 : block === name)),
  }))
}

function answersOf(item: Item, { agreement }: Instrument, say: Say, language: Language): string {
  const { instruments: w } = words
  if (item.options) return item.options.map(({ code, label }) => `${code} ${label[language]}`).join(' · ')
  return say(w.between, { min: item.min, max: item.kind === 'agreement' ? agreement.length : item.max })
}

function askedOf({ askedWhen = [], required }: Item, say: Say): string {
  const { instruments: w } = words
  const when = askedWhen.map(({ item, among }) => say(w.onlyWhen, { item, among: among.join(', ') }))
  const said = [when.length > 0 ? when.join(', ') : say(w.always), ...(required ? [say(w.required)] : [])]
  return said.join('; ')
}
