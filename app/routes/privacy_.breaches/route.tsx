import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { wallMoment } from '../../i18n/moments'
import { count } from '../../i18n/numbers'
import { breaches } from '../../identity/breaches'
import { now } from '../../platform/clock'
import { breachClock } from '../../protocol/breach'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Ticking } from '../../ui/ticking'
import { enter } from '../gate/enter'
import { breachTone } from '../gate/tones'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

/** The register: every breach of the study, with its clock. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion } = await enter('/privacy/breaches', call)
  const at = now()
  const all = await breaches(call.context.vault, occasion.study.id)
  return { all: all.map(({ id, now: facts }) => ({ id, facts, clock: breachClock(facts, at) })) }
}

export default function Breaches() {
  const { all } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { breaches: w } = words
  const add = (
    <a className="button" href={link.newBreach()}>
      {say(w.add)}
    </a>
  )
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        <p className="row">
          <a href={link.privacy()}>{say(words.privacy.back)}</a>
          {add}
        </p>
      </Heading>
      {all.length === 0 ? (
        <Empty title={say(w.none)}>{say(w.noneAbout)}</Empty>
      ) : (
        <Table
          caption={say(w.list)}
          columns={[
            { key: 'discovered', label: say(w.discovered) },
            { key: 'state', label: say(w.state) },
            { key: 'clock', label: say(w.clock) },
            { key: 'material', label: say(w.material) },
            { key: 'people', label: say(w.people), number: true },
            { key: 'closed', label: say(w.closed) },
          ]}
          parts={[
            {
              key: 'all',
              rows: all.map(({ id, facts, clock }) => ({
                key: id,
                cells: {
                  discovered: <a href={link.breach(id)}>{wallMoment(language, facts.discoveredAt)}</a>,
                  state: <Badge tone={breachTone[clock.state]}>{say(words.breachStates[clock.state])}</Badge>,
                  clock: facts.reporting === 'open' && (
                    <Ticking leftMs={clock.leftMs} deadline={clock.deadline} told={(ms) => say(w.left, { ms })} />
                  ),
                  material: facts.material.map((one) => say(words.breached[one])).join(', '),
                  people: count(language, facts.people),
                  closed: say(facts.closedAt === null ? w.no : w.yes),
                },
              })),
            },
          ]}
        />
      )}
    </>
  )
}
