import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import type { Day } from '../../protocol/day'
import { countsOn, neededBy, QUALIFICATIONS } from '../../protocol/qualifications'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Choices, Field } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled } from '../gate/form-parts'
import type { Shown } from './shown'

type One = Shown['one']

/** What an interviewer has or had, and the form that records more. */
export function Qualifications({ one, today, filled }: { one: One; today: Day; filled: Filled }) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  return (
    <section className="stack" aria-labelledby="has">
      <h2 id="has">{say(w.has)}</h2>
      {one.held.length > 0 ? <HeldTable one={one} today={today} /> : <Empty title={say(w.hasNothing)} />}
      {!one.endedOn && <Obtain one={one} today={today} filled={filled} />}
    </section>
  )
}

function HeldTable({ one, today }: { one: One; today: Day }) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const rows = one.held.map((held) => {
    const label = QUALIFICATIONS[held.kind].label[language]
    return {
      key: held.id,
      cells: {
        kind: label,
        obtained: <time dateTime={held.obtainedOn}>{shortDay(language, held.obtainedOn)}</time>,
        until: held.untilOn ? shortDay(language, held.untilOn) : say(w.noEnd),
        state: <State held={held} today={today} />,
        take: !held.endedOn && (
          <form method="post" action={link.interviewer(one.code)}>
            <input type="hidden" name="form" value="take_back" />
            <input type="hidden" name="id" value={held.id} />
            <button type="submit" className="button quiet" aria-label={`${say(w.takeBack)}: ${label}`}>
              {say(w.takeBack)}
            </button>
          </form>
        ),
      },
    }
  })
  return (
    <Table
      caption={say(w.has)}
      hidden
      columns={[
        { key: 'kind', label: say(w.kind) },
        { key: 'obtained', label: say(w.obtainedOn) },
        { key: 'until', label: say(w.untilOn) },
        { key: 'state', label: say(w.state) },
        { key: 'take', label: say(w.takeBack) },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

function State({ held, today }: { held: One['held'][number]; today: Day }) {
  const { say } = useSpeaking()
  const { interviewers: w } = words
  if (held.endedOn) return <Badge tone="mute">{say(w.takenBack, { on: held.endedOn })}</Badge>
  if (countsOn(held, today)) return <Badge tone="good">{say(w.counts)}</Badge>
  return held.obtainedOn > today ? <Badge tone="mute">{say(w.notYet)}</Badge> : <Badge tone="late">{say(w.over)}</Badge>
}

function Obtain({ one, today, filled }: { one: One; today: Day; filled: Filled }) {
  const { say, language } = useSpeaking()
  const { interviewers: w } = words
  const options = neededBy(one).map((value) => ({
    value,
    label: `${QUALIFICATIONS[value].label[language]} (${QUALIFICATIONS[value].cite})`,
  }))
  return (
    <form method="post" action={link.interviewer(one.code)} className="panel form read">
      <h3>{say(w.obtain)}</h3>
      <input type="hidden" name="form" value="obtain" />
      <Choices {...at(filled, 'kind')} label={say(w.kind)} options={options} />
      <Field value={today} {...at(filled, 'obtained_on')} label={say(w.obtainedOn)} type="date" max={today} short />
      <Field {...at(filled, 'until_on')} label={say(w.untilOn)} hint={say(w.untilHint)} type="date" short />
      <div>
        <button type="submit" className="button">
          {say(w.obtain)}
        </button>
      </div>
    </form>
  )
}
