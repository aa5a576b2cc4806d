import type { Occasion } from '../app/platform/occasion'
import { mailStandsStill } from '../app/records/ledger/after-outage'
import { closeInquiries, closeQuestionnaires } from '../app/records/sweeps/non-response'
import type { Desk } from './desk'

/**
 * Closes what was not answered in time (protocol §3). Nothing while mail stands still: who was not written to is not silent, and
 * what was to be closed is closed later as of its day. Returns how many of each.
 */
export async function closeNonResponses({ study }: Desk, occasion: Occasion): Promise<Record<string, number>> {
  if (await mailStandsStill(study, occasion)) return {}
  return {
    inquiries: await closeInquiries(study, occasion),
    questionnaires: await closeQuestionnaires(study, occasion),
  }
}
