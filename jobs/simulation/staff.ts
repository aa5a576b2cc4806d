import type { Day } from '../../app/protocol/day'
import { APPROVAL_KINDS } from '../../app/protocol/inclusion'
import { neededBy } from '../../app/protocol/qualifications'
import type { Result } from '../../app/protocol/refusal'
import { addInterviewer } from '../../app/records/interviewers/interviewer'
import { obtain } from '../../app/records/interviewers/qualifications'
import { recordApproval, setInclusionPeriod } from '../../app/records/sites/keeping'
import { LOCATIONS, periodsWithin } from './places'
import { asStaff, type Playing } from './playing'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the simulation's study: ${result.refusal.code}`)
  return result.value
}

/** What there is before the first case (protocol §2.1, §3): the days of each region, approvals everywhere, and interviewers who may begin. */
export async function furnish(playing: Playing, today: Day, days: number): Promise<void> {
  const { study: db } = playing.desk
  const occasion = asStaff(playing, today)
  for (const period of periodsWithin(playing.study.protocol, days)) must(await setInclusionPeriod(db, occasion, period))
  const everywhere = { region: null, location: null, reference: 'simulated', grantedOn: today, untilOn: null }
  for (const kind of APPROVAL_KINDS) must(await recordApproval(db, occasion, { kind, ...everywhere }))
  for (const code of CODES.values()) {
    must(await addInterviewer(db, occasion, { code, student: false, accountHash: null, sinceOn: today }))
    for (const kind of neededBy({ student: false }))
      must(await obtain(db, occasion, { code, kind, on: today, until: null }))
  }
}

/** Two interviewers, of whom the second takes over, at each location. */
const CODES = new Map(
  LOCATIONS.flatMap(({ location }, at) =>
    [0, 1].map((second) => [`${location} ${second}`, `S${10 + 2 * at + second}`] as const),
  ),
)

/** The code of who holds interviews at a location. */
export const interviewerAt = (lane: string, second: 0 | 1 = 0): string => CODES.get(`${lane} ${second}`) as string
