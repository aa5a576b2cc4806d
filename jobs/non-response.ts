import type { Occasion } from '../app/platform/occasion'
import { closeInquiries, closeQuestionnaires } from '../app/records/sweeps/non-response'
import type { Desk } from './desk'

/** Closes what was not answered in time (protocol §3). Returns how many of each. */
export async function closeNonResponses({ study }: Desk, occasion: Occasion): Promise<Record<string, number>> {
  return {
    inquiries: await closeInquiries(study, occasion),
    questionnaires: await closeQuestionnaires(study, occasion),
  }
}
