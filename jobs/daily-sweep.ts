import { signedPerMonth } from '../app/identity/counted'
import { coordinatorsOf } from '../app/identity/staff-mail'
import type { Occasion } from '../app/platform/occasion'
import { handOverByRegister } from '../app/records/intake/by-register'
import { reconcile } from '../app/records/reconciliation/reconcile'
import { closeBrokenOff } from '../app/records/sweeps/broken-off'
import { tellCoordinators } from '../app/records/sweeps/coordinators'
import { askColleagues, inquireWaiting } from '../app/records/sweeps/inquiries'
import { breakOffLeftOpen } from '../app/records/sweeps/left-open'
import { lookAgain } from '../app/records/sweeps/looking-again'
import { remindQuestionnaires } from '../app/records/sweeps/questionnaires'
import { remindInquiries } from '../app/records/sweeps/remind-inquiries'
import { closeWindows, openWindows, remindAppointments } from '../app/records/sweeps/windows'
import type { Desk } from './desk'
import { lookForDeviations } from './deviations'

/** What a day brings: cases that can come back, questions that can go out, windows that open or have closed, reminders that are due; last, forms are compared with interviews (protocol §6), and whoever coordinates is told what presses. Returns how many of each. */
export async function dailySweep(
  { study, vault, transport }: Desk,
  occasion: Occasion,
): Promise<Record<string, number>> {
  // who works here now is not told what pressed on a day of a replay
  const toldOf = transport.name !== 'suppressed'
  return {
    reconsidered: await lookAgain(study, occasion),
    inquired: await inquireWaiting(study, occasion),
    colleaguesAsked: (await handOverByRegister(study, occasion)) + (await askColleagues(study, occasion)),
    inquiriesReminded: await remindInquiries(study, occasion),
    questionnairesReminded: await remindQuestionnaires(study, occasion),
    interviewsBrokenOff: await breakOffLeftOpen(study, occasion),
    interviewsClosed: await closeBrokenOff(study, occasion),
    windowsClosed: await closeWindows(study, occasion),
    windowsOpened: await openWindows(study, occasion),
    appointmentsReminded: await remindAppointments(study, occasion),
    deviations: await lookForDeviations({ study, vault }, occasion),
    monthsStated: await reconcile(study, occasion, (locations) => signedPerMonth(vault, occasion.study.id, locations)),
    coordinatorsTold: await tellCoordinators(
      study,
      occasion,
      toldOf ? await coordinatorsOf(vault, occasion.study.id) : [],
    ),
  }
}
