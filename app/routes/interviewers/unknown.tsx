import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

/** Codes that stand on interviews and that nobody wrote down, each with a button to do so. */
export function Unknown({ codes }: { codes: Shown['unknown'] }) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const rows = codes.map(({ code, interviews, firstOn }) => ({
    key: code,
    cells: {
      code,
      interviews: count(language, interviews),
      first: <time dateTime={firstOn}>{shortDay(language, firstOn)}</time>,
      take: (
        <form method="post" action={link.interviewers()}>
          <input type="hidden" name="form" value="take_up" />
          <input type="hidden" name="code" value={code} />
          <button type="submit" className="button quiet" aria-label={say(w.takeUpOne, { code })}>
            {say(w.takeUp)}
          </button>
        </form>
      ),
    },
  }))
  return (
    <section className="stack" aria-labelledby="unknown">
      <h2 id="unknown">{say(w.unknown)}</h2>
      <p className="soft">{say(w.unknownAbout)}</p>
      <Table
        caption={say(w.unknown)}
        hidden
        columns={[
          { key: 'code', label: say(w.code) },
          { key: 'interviews', label: say(w.interviews), number: true },
          { key: 'first', label: say(w.first) },
          { key: 'take', label: say(w.takeUp) },
        ]}
        parts={[{ key: 'all', rows }]}
      />
    </section>
  )
}
