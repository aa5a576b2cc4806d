import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { words } from '../../i18n/catalogue'
import { speak } from '../../i18n/speak'
import { forgotten } from '../../identity/retention'
import { addMonths, day, monthOf } from '../../protocol/day'
import { RETAINED, type Retained, type Retention } from '../../protocol/retained'
import { GOES } from '../../protocol/retention'
import { registerFilesErased } from '../../records/retention/register-files'
import { lastReports } from '../../records/retention/report'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

const REPORTS_SHOWN = 14

/** The terms of the study, what its last report says, the ones before, and what was erased since. Counts only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { study, occasion } = await enter('/retention', { request, context })
  const language = await languageOf(request, context)
  const say = speak(language)
  const { retention } = study.protocol
  const reports = await lastReports(context.databases.study, study, { days: REPORTS_SHOWN })
  const months = [addMonths(occasion.today, -1), occasion.today].map(monthOf)
  const names = (await Promise.all(months.map((month) => forgotten(context.vault, study.id, month)))).flat()
  const files = await registerFilesErased(context.databases.study, study.id, day(`${months[0]}-01`))
  const events = files.map((file) => ({ ...file, kind: 'register_files' }))
  const runs = [...names, ...events].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const label = (kind: string) => (isRetained(kind) ? retention[kind].label[language] : say(words.retention.key))
  return {
    kinds: RETAINED.map((kind) => ({
      label: label(kind),
      why: retention[kind].why[language],
      term: `${lengthOf(retention[kind].keep, say)} ${say(words.keptFrom[retention[kind].from])}`,
      goes: GOES[kind],
      ...(reports[0]?.kinds.find((one) => one.kind === kind) ?? { kind, due: reports[0] && 0, soon: reports[0] && 0 }),
    })),
    reports: reports.map(({ day, kinds }) => ({
      day,
      kinds: kinds.map(({ kind, due, soon }) => ({ label: label(kind), due, soon })),
    })),
    runs: runs.map(({ day, kind, count }) => ({ day, label: label(kind), count })),
  }
}

const isRetained = (kind: string): kind is Retained => RETAINED.some((one) => one === kind)

function lengthOf(keep: Retention['keep'], say: ReturnType<typeof speak>): string {
  const { privacy: w } = words
  if ('hours' in keep) return say(w.hours, { n: keep.hours })
  return 'days' in keep ? say(w.days, { n: keep.days }) : say(w.months, { n: keep.months })
}

type Loaded = Awaited<ReturnType<typeof loader>>

export default function RetentionPage() {
  const { kinds, reports, runs } = useLoaderData<typeof loader>()
  const { say } = useSpeaking()
  const { retention: w } = words
  return (
    <div className="stack">
      <Heading title={say(w.title)} about={say(w.about)} />
      <Kinds kinds={kinds} />
      <section className="stack" aria-labelledby="announced">
        <h2 id="announced">{say(w.reports)}</h2>
        {reports.length === 0 ? <p className="soft">{say(w.noReports)}</p> : <Reports reports={reports} />}
      </section>
      <section className="stack" aria-labelledby="erased">
        <h2 id="erased">{say(w.runs)}</h2>
        {runs.length === 0 ? <p className="soft">{say(w.noRuns)}</p> : <Runs runs={runs} />}
      </section>
    </div>
  )
}

function Kinds({ kinds }: Pick<Loaded, 'kinds'>) {
  const { say } = useSpeaking()
  const { retention: w } = words
  return (
    <Table
      caption={say(w.report)}
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'term', label: say(w.term) },
        { key: 'due', label: say(w.due), number: true },
        { key: 'soon', label: say(w.soon), number: true },
        { key: 'how', label: say(w.how) },
      ]}
      parts={[
        {
          key: 'kinds',
          rows: kinds.map((one) => {
            const counted = one.goes !== 'not_kept' && one.goes !== 'owner'
            const count = (n: number | undefined) => (counted && n !== undefined ? n : '–')
            const kind = (
              <>
                {one.label}
                <br />
                <span className="soft small">{one.why}</span>
              </>
            )
            const cells = {
              kind,
              term: one.term,
              due: count(one.due),
              soon: count(one.soon),
              how: say(words.goes[one.goes]),
            }
            return { key: one.kind, cells }
          }),
        },
      ]}
    />
  )
}

function Reports({ reports }: Pick<Loaded, 'reports'>) {
  const { say } = useSpeaking()
  const { retention: w } = words
  const rows = reports.flatMap(({ day, kinds }) =>
    kinds.length > 0
      ? kinds.map(({ label, due, soon }) => ({ day, label, due, soon }))
      : [{ day, label: '–', due: 0, soon: 0 }],
  )
  return (
    <Table
      caption={say(w.reports)}
      hidden
      columns={[
        { key: 'day', label: say(w.day) },
        { key: 'kind', label: say(w.kind) },
        { key: 'due', label: say(w.due), number: true },
        { key: 'soon', label: say(w.soon), number: true },
      ]}
      parts={[
        {
          key: 'reports',
          rows: rows.map(({ day, label, due, soon }) => ({
            key: `${day} ${label}`,
            cells: { day: say(w.dayOf, { on: day }), kind: label, due, soon },
          })),
        },
      ]}
    />
  )
}

function Runs({ runs }: Pick<Loaded, 'runs'>) {
  const { say } = useSpeaking()
  const { retention: w } = words
  return (
    <Table
      caption={say(w.runs)}
      hidden
      columns={[
        { key: 'day', label: say(w.day) },
        { key: 'kind', label: say(w.kind) },
        { key: 'count', label: say(w.count), number: true },
      ]}
      parts={[
        {
          key: 'runs',
          rows: runs.map(({ day, label, count }, index) => ({
            key: `${index}`,
            cells: { day: say(w.dayOf, { on: day }), kind: label, count: count ?? '–' },
          })),
        },
      ]}
    />
  )
}
