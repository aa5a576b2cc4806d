import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { words } from '../../i18n/catalogue'
import { flow } from '../../records/flow'
import { Empty } from '../../ui/empty'
import { FlowDiagram, type FlowStep } from '../../ui/flow-diagram'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { stepsOf } from './steps'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/flow', { request, context })
  const counted = await flow(context.databases.study, study, { on: occasion.today })
  const language = await languageOf(request, context)
  return { on: occasion.today, steps: stepsOf(counted, study.protocol.reasons, language) }
}

export default function FlowPage() {
  const { on, steps } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { flow: w } = words
  const nobody = steps.every((step) => step.count === 0)
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about, { on })} />
      {nobody ? (
        <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty>
      ) : (
        <div className="stack wide">
          <FlowDiagram label={say(w.diagram)} steps={steps} />
          <details className="more">
            <summary>{say(w.table)}</summary>
            <FlowTable steps={steps} />
          </details>
        </div>
      )}
    </>
  )
}

/** What the drawing shows, as rows: for whoever reads rather than looks. */
function FlowTable({ steps }: { steps: readonly FlowStep[] }) {
  const { say } = useSpeaking()
  const { flow: w } = words
  return (
    <Table
      caption={say(w.table)}
      hidden
      small
      columns={[
        { key: 'what', label: say(w.reason) },
        { key: 'number', label: say(w.number), number: true },
      ]}
      parts={steps.map((step) => ({
        key: step.key,
        title: `${step.label}: ${step.written}`,
        rows: (step.exit?.reasons ?? []).map((reason) => ({
          key: reason.key,
          cells: { what: reason.label, number: reason.written },
        })),
      }))}
    />
  )
}
