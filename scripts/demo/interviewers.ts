import { interviewerAccounts } from '../../app/identity/interviewers'
import type { Occasion } from '../../app/platform/occasion'
import { addDays, type Day, fromColumn } from '../../app/protocol/day'
import { neededBy } from '../../app/protocol/qualifications'
import type { Result } from '../../app/protocol/refusal'
import { together } from '../../app/records/change'
import { clockOf } from '../../app/records/clock'
import { recordIncident } from '../../app/records/incidents/record'
import { addInterviewer, interviewersOf } from '../../app/records/interviewers/interviewer'
import { unknownCodes } from '../../app/records/interviewers/list'
import { obtain } from '../../app/records/interviewers/qualifications'
import { newestStudy } from '../../app/records/studies'
import { bookVouchers, handOutVoucher } from '../../app/records/vouchers/booking'
import type { Desk } from '../../jobs/desk'

/** How many interviewers of the cohort are written down; the others are left to be taken up by the visitor. */
const WRITTEN_DOWN = 3
/** How many days are left of the certificate of the second. */
const LEFT = 20
/** How many of the last interviews got their voucher, and how many vouchers came in at each location. */
const HANDED_OUT = 12
const CAME_IN = 25

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's interviewers: ${result.refusal.code}`)
  return result.value
}

/**
 * What the files of the cohort do not tell and a visitor wants to see: who held the interviews, one of them behind the
 * demo's account, what they have, vouchers in stock, and an incident. Takes who writes it
 * down. Once; later starts find it there.
 */
export async function furnish({ study: db, vault }: Desk, actor: string): Promise<void> {
  const study = await newestStudy(db)
  const clock = study && (await clockOf(db, study.id))
  if (!study || !clock || (await interviewersOf(db, study)).length > 0) return
  const occasion: Occasion = { study, actor, today: clock.today }
  const [account] = await interviewerAccounts(vault, study.id)
  await together(db, { keep: true }, async (within) => {
    const codes = (await unknownCodes(within, study)).slice(0, WRITTEN_DOWN)
    for (const [at, { code, firstOn }] of codes.entries()) {
      const accountHash = at === 0 ? (account?.hash ?? null) : null
      must(await addInterviewer(within, occasion, { code, student: false, accountHash, sinceOn: firstOn }))
      const vogUntil = at === 1 ? addDays(clock.today, LEFT) : null
      await qualify({ db: within, occasion }, { code, on: firstOn, vogUntil })
    }
    await stock(within, occasion)
  })
}

async function qualify(
  { db, occasion }: { db: Desk['study']; occasion: Occasion },
  { code, on, vogUntil }: { readonly code: string; readonly on: Day; readonly vogUntil: Day | null },
) {
  for (const kind of neededBy({ student: false }))
    must(await obtain(db, occasion, { code, kind, on, until: kind === 'vog' ? vogUntil : null }))
}

async function stock(db: Desk['study'], occasion: Occasion) {
  const held = await db.measurement.findMany({
    where: { studyId: occasion.study.id, perspective: 'client', interviewer: { not: null } },
    select: {
      registrationId: true,
      wave: true,
      interviewer: true,
      openedOn: true,
      registration: { select: { location: true } },
    },
    orderBy: [{ openedOn: 'desc' }, { id: 'desc' }],
    take: HANDED_OUT,
  })
  const locations = new Set(held.map(({ registration }) => registration.location))
  for (const location of locations)
    must(await bookVouchers(db, occasion, { location, kind: 'received', amount: CAME_IN, remark: '' }))
  for (const { registrationId, wave, interviewer } of held)
    must(await handOutVoucher(db, occasion, { registrationId, wave, interviewer }))
  const [last] = held
  if (!last) return
  const { registrationId, interviewer } = last
  const told = { kind: 'distress', steps: ['paused', 'told_coordinator'], remark: '', on: fromColumn(last.openedOn) }
  must(await recordIncident(db, occasion, { registrationId, interviewer, ...told }))
}
