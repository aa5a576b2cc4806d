import { signedPerMonth } from '../app/identity/counted'
import { coordinatorsOf, officersOf } from '../app/identity/staff-mail'
import type { Occasion } from '../app/platform/occasion'
import { handOverByRegister } from '../app/records/intake/by-register'
import { reconcile } from '../app/records/reconciliation/reconcile'
import { closeBrokenOff } from '../app/records/sweeps/broken-off'
import { tellCoordinators } from '../app/records/sweeps/coordinators'
import { askColleagues, inquireWaiting } from '../app/records/sweeps/inquiries'
import { breakOffLeftOpen } from '../app/records/sweeps/left-open'
import { lookAgain } from '../app/records/sweeps/looking-again'
import { tellOfficers } from '../app/records/sweeps/officers'
import { remindQuestionnaires } from '../app/records/sweeps/questionnaires'
import { remindInquiries } from '../app/records/sweeps/remind-inquiries'
import { closeWindows, openWindows, remindAppointments } from '../app/records/sweeps/windows'
import type { Desk } from './desk'
import { lookForDeviations } from './deviations'
import { oneByOne } from './one-by-one'

type Part = (desk: Desk, occasion: Occasion) => Promise<Record<string, number>>

/** In this order: what one leaves the next may take up. */
const PARTS: readonly Part[] = [
  async ({ study }, occasion) => ({ reconsidered: await lookAgain(study, occasion) }),
  async ({ study }, occasion) => ({ inquired: await inquireWaiting(study, occasion) }),
  async ({ study }, occasion) => ({
    colleaguesAsked: (await handOverByRegister(study, occasion)) + (await askColleagues(study, occasion)),
  }),
  async ({ study }, occasion) => ({ inquiriesReminded: await remindInquiries(study, occasion) }),
  async ({ study }, occasion) => ({ questionnairesReminded: await remindQuestionnaires(study, occasion) }),
  async ({ study }, occasion) => ({ interviewsBrokenOff: await breakOffLeftOpen(study, occasion) }),
  async ({ study }, occasion) => ({ interviewsClosed: await closeBrokenOff(study, occasion) }),
  async ({ study }, occasion) => ({ windowsClosed: await closeWindows(study, occasion) }),
  async ({ study }, occasion) => ({ windowsOpened: await openWindows(study, occasion) }),
  async ({ study }, occasion) => ({ appointmentsReminded: await remindAppointments(study, occasion) }),
  async (desk, occasion) => ({ deviations: await lookForDeviations(desk, occasion) }),
  async ({ study, vault }, occasion) => ({
    monthsStated: await reconcile(study, occasion, (locations) => signedPerMonth(vault, occasion.study.id, locations)),
  }),
  async ({ study, vault, transport }, occasion) => {
    // who works here now is not told what pressed on a day of a replay
    const told = transport.name === 'suppressed' ? [] : await coordinatorsOf(vault, occasion.study.id)
    return { coordinatorsTold: await tellCoordinators(study, occasion, told) }
  },
  async ({ study, vault, transport }, occasion) => {
    const told = transport.name === 'suppressed' ? [] : await officersOf(vault, occasion.study.id)
    return { officersTold: await tellOfficers(study, occasion, told) }
  },
]

/**
 * What a day brings: cases that can come back, questions that can go out, windows that open or have closed, reminders that are
 * due; last, forms are compared with interviews (protocol §6), whoever coordinates is told what presses, and who guards privacy the head of the audit. Returns how many
 * of each. What fails stops none of the others, and is thrown at the end.
 */
export async function dailySweep(desk: Desk, occasion: Occasion): Promise<Record<string, number>> {
  return Object.assign({}, ...(await oneByOne(PARTS, (part) => part(desk, occasion), 'the round of the day')))
}
