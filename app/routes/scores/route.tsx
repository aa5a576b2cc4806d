import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { Dyads } from './dyads'
import { type Shown, shownOf } from './shown'
import { Side } from './side'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study } = await enter('/scores', { request, context })
  return shownOf(request, context.databases.study, study)
}

export default function ScoresPage() {
  const { any, fewest, waves, ...chosen } = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { scores: w } = words
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)} />
      <div className="stack">
        {any ? (
          <>
            <Definitions {...chosen} />
            <p className="soft">
              {say(w.noNorms)} {say(w.few, { n: fewest })}
            </p>
            {waves.map(({ name, label, client, supervisor }) => (
              <section key={name} className="stack" aria-labelledby={name}>
                <h2 id={name}>{label[language]}</h2>
                <Side wave={name} side={client} fewest={fewest} />
                <Side wave={name} side={supervisor} fewest={fewest} />
                <Dyads wave={name} side={client} fewest={fewest} />
              </section>
            ))}
          </>
        ) : (
          <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty>
        )}
      </div>
    </>
  )
}

function Definitions({ definition, definitions }: Pick<Shown, 'definition' | 'definitions'>) {
  const { say } = useSpeaking()
  const { scores: w } = words
  return (
    <nav className="queues" aria-label={say(w.definitions)}>
      {definitions.map((one) => (
        <a key={one.name} href={link.scores(one.name)} aria-current={one.name === definition ? 'page' : undefined}>
          {say(w.definition, one)}
        </a>
      ))}
    </nav>
  )
}
