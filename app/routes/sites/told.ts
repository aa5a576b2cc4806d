import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Result } from '../../protocol/refusal'
import { endApproval, recordApproval, setInclusionPeriod, setTarget } from '../../records/sites/keeping'
import { periodsOf } from '../../records/sites/recorded'
import { numberOf, textOf } from '../gate/form'
import { daysIn } from '../gate/form-days'

/** The forms of the page. Names of fields are the page's own: no two forms share one. */
export const FORMS = ['approval', 'end', 'period', 'published', 'target'] as const
export type FormName = (typeof FORMS)[number]

type Send = (db: StudyDb, occasion: Occasion, form: FormData) => Promise<Result<unknown>>

const approval: Send = async (db, occasion, form) => {
  const days = daysIn(form, 'granted_on', 'until_on')
  if (!days.ok) return days
  return recordApproval(db, occasion, {
    kind: textOf(form, 'kind'),
    region: textOf(form, 'region') || null,
    location: textOf(form, 'location') || null,
    reference: textOf(form, 'reference'),
    grantedOn: days.value.from,
    untilOn: days.value.until,
  })
}

const period: Send = async (db, occasion, form) => {
  const days = daysIn(form, 'from', 'until')
  if (!days.ok) return days
  const set = await setInclusionPeriod(db, occasion, { region: textOf(form, 'period_region'), ...days.value })
  return atFieldOf('region', 'period_region', set)
}

/** Every published period of a region that has none yet. */
const published: Send = async (db, occasion) => {
  const kept = new Set((await periodsOf(db, occasion.study.id)).map(({ region }) => region))
  const lacking = occasion.study.protocol.inclusionPeriods.filter(({ region }) => !kept.has(region))
  for (const one of lacking) {
    const set = await setInclusionPeriod(db, occasion, one)
    if (!set.ok) return set
  }
  return { ok: true, value: null }
}

const target: Send = async (db, occasion, form) => {
  const set = await setTarget(db, occasion, {
    location: textOf(form, 'target_location'),
    month: textOf(form, 'month'),
    target: numberOf(form, 'target') ?? Number.NaN,
  })
  return atFieldOf('location', 'target_location', set)
}

/** What was refused of a field, at the name that it has on this page. */
const atFieldOf = (field: string, onPage: string, came: Result<unknown>): Result<unknown> =>
  came.ok || came.refusal.field !== field ? came : { ok: false, refusal: { ...came.refusal, field: onPage } }

const SENT = {
  approval,
  end: (db, occasion, form) => endApproval(db, occasion, textOf(form, 'id')),
  period,
  published,
  target,
} as const satisfies Record<FormName, Send>

/** Does what one of the forms asks; a form that the page does not have asks nothing. */
export function send(db: StudyDb, occasion: Occasion, form: FormData): Promise<Result<unknown>> | null {
  const name = FORMS.find((one) => one === textOf(form, 'form'))
  return name ? SENT[name](db, occasion, form) : null
}
