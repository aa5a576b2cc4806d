import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { shownFlow } from '../../records/flow/shown'
import { Empty } from '../../ui/empty'
import { FlowDrawing } from '../../ui/flow-drawing'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { askedOf } from './asked'
import { boxesOf } from './boxes'
import { Choice } from './choice'
import { FlowTable } from './flow-table'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/flow', { request, context })
  const db = context.databases.study
  const asked = await askedOf(request, db, study, occasion.today)
  const small = scopeOf(visitor.role, 'see_small_counts') !== undefined
  const counted = await shownFlow(db, study, asked.part, small)
  const language = await languageOf(request, context)
  const query = scopeOf(visitor.role, 'see_intake') ? asked.query : null
  const boxes = boxesOf(counted, { protocol: study.protocol, language, query })
  const status = Object.keys(asked.mistakes).length > 0 ? 400 : 200
  return json({ asked, boxes, small, today: occasion.today, nobody: asked.regions.length === 0 }, { status })
}

export default function FlowPage() {
  const { asked, boxes, small, today, nobody } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { flow: w } = words
  const { on, region, location } = asked.part
  const place = [region, location].filter(Boolean).join(', ')
  const about = `${say(w.about, { on })}${place && ` ${say(w.only, { place })}`}`
  return (
    <>
      <Heading title={say(w.title)} about={about} />
      {nobody ? (
        <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty>
      ) : (
        <div className="stack wide">
          <Choice asked={asked} today={today} />
          {boxes[0]?.count === 0 ? (
            <Empty title={say(w.nobodyThen)}>{say(w.nobodyThenAbout)}</Empty>
          ) : (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a telephone, and a keyboard must reach it */}
              <section className="river" aria-label={say(w.diagram)} tabIndex={0}>
                <FlowDrawing boxes={boxes} title={say(w.diagram)} about={say(w.aboutDrawing)} />
              </section>
              <p className="row">
                <a className="button quiet" href={link.flowSvg(asked.query)} download>
                  {say(w.asSvg)}
                </a>
                <a className="button quiet" href={link.flowCsv(asked.query)} download>
                  {say(w.asCsv)}
                </a>
                <span className="soft small">{say(w.print)}</span>
              </p>
              {!small && <p className="soft small">{say(words.disclosure.fewHidden)}</p>}
              <FlowTable boxes={boxes} />
            </>
          )}
        </div>
      )}
    </>
  )
}
