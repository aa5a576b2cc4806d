import { signedPerMonth } from '../../../app/identity/counted'
import { monthOf } from '../../../app/protocol/day'
import { differing, parseMonth, RECONCILIATION_CITE } from '../../../app/protocol/reconciliation'
import { todayOf } from '../../../app/records/clock'
import { reconcile } from '../../../app/records/reconciliation/reconcile'
import { statementMonths, statementsOf } from '../../../app/records/reconciliation/statements'
import { type Arguments, UsageError } from '../arguments'
import { answer, type Command } from '../command'
import { withStudy } from '../session'
import { refusalAnswer } from '../words'

export const reconcileCommand: Command = {
  words: ['reconcile'],
  options: { month: { value: 'YYYY-MM' } },
  about: 'compare signed forms with interviews, per location and month, by number (§6)',
  run: (given) => {
    const month = monthOption(given)
    return withStudy(given, async ({ databases: { study: db }, desk: { vault }, study }) => {
      const today = await todayOf(db, study.id)
      if (month !== undefined && month >= monthOf(today)) return refusalAnswer({ code: 'month_not_over', month })
      const written = await reconcile(db, { study, actor: 'system', today }, (locations) =>
        signedPerMonth(vault, study.id, locations),
      )
      const about = { study: study.code, on: today, written, cite: RECONCILIATION_CITE }
      if (month === undefined) {
        const { items } = await statementMonths(db, study.id, { before: null, limit: null })
        return answer({ ...about, months: items.map(({ signing, ...line }) => ({ ...line, ...signedOn(signing) })) })
      }
      const [last] = await statementsOf(db, study.id, month)
      if (!last) return refusalAnswer({ code: 'unknown_statement' })
      const { signing, rows, ...line } = last
      return answer({ ...about, ...line, differing: differing(rows).length, ...signedOn(signing), locations: rows })
    })
  },
}

/** The day and the remark; whose signature it is, the page says. */
const signedOn = (signing: { readonly on: string; readonly remark: string | null } | null) => ({
  signed_on: signing?.on ?? null,
  remark: signing?.remark ?? null,
})

function monthOption(given: Arguments): string | undefined {
  const text = given.option('month')
  if (text === undefined) return undefined
  const month = parseMonth(text)
  if (!month) throw new UsageError('--month takes a month written YYYY-MM')
  return month
}
