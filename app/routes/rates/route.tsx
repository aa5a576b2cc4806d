import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { link } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { Empty } from '../../ui/empty'
import { Select } from '../../ui/field'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Tiles } from '../../ui/tiles'
import { enter } from '../gate/enter'
import { Dispositions, OutcomeRates } from './outcomes'
import { Recruitment } from './recruitment'
import { Sample } from './sample'
import { type Shown, shownOf } from './shown'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study } = await enter('/rates', { request, context })
  return shownOf(request, context.databases.study, study, scopeOf(visitor.role, 'see_small_counts') !== undefined)
}

export default function RatesPage() {
  const { part, places, small, counted, recruited, sample } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { rates: w } = words
  const { responseOfApproached: own } = counted
  return (
    <>
      <Heading title={say(w.title)} about={say(w.about)}>
        {counted.cases !== 0 && (
          <a className="button quiet" href={link.ratesCsv(part)} download>
            {say(w.csv)}
          </a>
        )}
      </Heading>
      <div className="stack">
        {places.length > 0 && <Where part={part} places={places} />}
        {counted.cases === 0 ? (
          <Empty title={say(w.empty)}>{say(w.emptyAbout)}</Empty>
        ) : (
          <>
            <Tiles
              tiles={[
                {
                  label: `${say(w.ofApproached)} (${say(w.over, own)})`,
                  value: own.hidden ? say(words.disclosure.notShown) : say(w.percent, { value: own.value }),
                  zero: own.value === null,
                },
              ]}
            />
            <p className="soft">{say(w.ofApproachedAbout)}</p>
            {!small && <p className="soft small">{say(words.disclosure.fewHidden)}</p>}
            <OutcomeRates counted={counted} />
            <Dispositions counted={counted} />
          </>
        )}
        <Recruitment recruited={recruited} />
        {counted.cases !== 0 && <Sample sample={sample} />}
      </div>
    </>
  )
}

function Where({ part, places }: Pick<Shown, 'part' | 'places'>) {
  const { say } = useSpeaking()
  const { rates: w } = words
  const regions = [...new Set(places.map(({ region }) => region))]
  const option = (value: string) => ({ value, label: value })
  const locationsOf = (region: string) =>
    places.filter((one) => one.region === region).map(({ location }) => option(location))
  return (
    <form method="get" action={link.rates()} className="search">
      <Select
        name="region"
        label={say(w.region)}
        none={say(w.everywhere)}
        value={part.region ?? ''}
        groups={[{ label: say(w.region), options: regions.map(option) }]}
      />
      <Select
        name="location"
        label={say(w.location)}
        none={say(w.everywhere)}
        value={part.location ?? ''}
        groups={regions.map((region) => ({ label: region, options: locationsOf(region) }))}
      />
      <button type="submit" className="button quiet">
        {say(w.show)}
      </button>
    </form>
  )
}
