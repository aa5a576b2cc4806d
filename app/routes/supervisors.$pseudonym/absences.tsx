import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import type { AbsenceRow } from '../../records/supervisors'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'

/** A form that was refused: what was typed, and at which field why. */
export type Sent = {
  readonly typed: Readonly<Record<string, string>>
  readonly field: string
  readonly sentence: string
}
type Given = {
  readonly absences: readonly AbsenceRow[]
  readonly today: string
  /** Whether an absence can be added: who is never asked needs none. */
  readonly open: boolean
  readonly sent: Sent | undefined
}

/** When a supervisor is away and who stands in: what is known, a button to end one, and a form to add one. */
export function Absences({ absences, today, open, sent }: Given) {
  const { say, language } = useSpeaking()
  const { supervisorsPage: w } = words
  const at = (name: string) => ({
    name,
    ...(sent?.typed[name] !== undefined && { value: sent.typed[name] }),
    ...(sent?.field === name && { mistake: sent.sentence }),
  })
  return (
    <>
      {absences.length === 0 ? (
        <Empty title={say(w.absencesNone)} />
      ) : (
        <Table
          caption={say(w.absences)}
          columns={[
            { key: 'from', label: say(w.from) },
            { key: 'until', label: say(w.until) },
            { key: 'standIn', label: say(w.standIn) },
            { key: 'end', label: say(w.endShort) },
          ]}
          parts={[
            {
              key: 'all',
              rows: absences.map((one) => ({
                key: one.id,
                cells: {
                  from: longDay(language, one.from),
                  until: longDay(language, one.until),
                  standIn: <span className="code">{one.standIn ?? '–'}</span>,
                  end: one.endedOn ? (
                    say(w.ended, { on: one.endedOn })
                  ) : one.until >= today ? (
                    <form method="post">
                      <button type="submit" name="ends" value={one.id} className="button quiet">
                        {say(w.end)}
                      </button>
                    </form>
                  ) : null,
                },
              })),
            },
          ]}
        />
      )}
      {open && (
        <form method="post" className="panel form" noValidate>
          <h2>{say(w.add)}</h2>
          <Field {...at('from')} type="date" short label={say(w.from)} />
          <Field {...at('until')} type="date" min={today} short label={say(w.until)} />
          <PseudonymField {...at('stand_in')} label={say(w.standIn)} hint={say(w.standInHint)} />
          <div className="row">
            <button type="submit" className="button">
              {say(w.add)}
            </button>
          </div>
        </form>
      )}
    </>
  )
}
