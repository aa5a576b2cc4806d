import type { Occasion } from '../app/platform/occasion'
import { inquireWaiting, reconsiderFull, remindInquiries } from '../app/records/sweeps/inquiries'
import { remindQuestionnaires } from '../app/records/sweeps/questionnaires'
import { closeWindows, openWindows, remindAppointments } from '../app/records/sweeps/windows'
import type { Desk } from './desk'

/** What a day brings: cases that can come back, questions that can go out, windows that open or have closed, reminders that are due. Returns how many of each. */
export async function dailySweep({ study }: Desk, occasion: Occasion): Promise<Record<string, number>> {
  return {
    reconsidered: await reconsiderFull(study, occasion),
    inquired: await inquireWaiting(study, occasion),
    inquiriesReminded: await remindInquiries(study, occasion),
    questionnairesReminded: await remindQuestionnaires(study, occasion),
    windowsClosed: await closeWindows(study, occasion),
    windowsOpened: await openWindows(study, occasion),
    appointmentsReminded: await remindAppointments(study, occasion),
  }
}
