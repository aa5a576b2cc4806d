import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { scopeOf } from '../../access/table'
import { words } from '../../i18n/catalogue'
import { studyFindings } from '../../records/report/findings'
import { reportShown } from '../../records/report/shown'
import { Heading } from '../../ui/heading'
import { useSpeaking } from '../../ui/speaking'
import { enter } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { drawnReport } from './drawn'
import { chaptersOf, Report } from './report'

export const meta: MetaFunction = () => [{ title: 'Koppel' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { visitor, study, occasion } = await enter('/report', { request, context })
  const db = context.databases.study
  const [answers, small] = [scopeOf(visitor.role, 'see_scores'), scopeOf(visitor.role, 'see_small_counts')].map(Boolean)
  const rights = { answers: answers === true, small: small === true }
  const found = await studyFindings(db, study, { on: occasion.today, answers: rights.answers })
  return drawnReport(study, await reportShown(db, study, found, rights), await languageOf(request, context))
}

export default function ReportPage() {
  const report = useLoaderData<typeof loader>()
  const { say, language } = useSpeaking()
  const { report: w } = words
  const any = (report.boxes[0]?.count ?? 0) > 0
  return (
    <>
      <Heading title={say(w.title, { study: report.study[language] })} about={say(w.about, report)} />
      <div className="stack wide">
        {any && (
          <div className="stack">
            <nav className="chapters" aria-label={say(w.chapters)}>
              {chaptersOf(report).map(({ id, title }) => (
                <a key={id} href={`#${id}`}>
                  {say(title)}
                </a>
              ))}
            </nav>
            <p className="soft small">{say(w.fewest, { n: report.fewest })}</p>
            <p className="soft small screen">{say(w.print)}</p>
            {!report.small && <p className="soft small">{say(words.disclosure.fewHidden)}</p>}
            {!report.answers && <p className="soft small">{say(w.noAnswers)}</p>}
          </div>
        )}
        <Report report={report} />
      </div>
    </>
  )
}
