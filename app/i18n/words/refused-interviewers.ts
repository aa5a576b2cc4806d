import type { Words } from '../speak'

/** Why something of interviewers, vouchers or incidents was not done. */
export const refusedInterviewers = {
  account_has_code: {
    nl: 'Dit account hoort al bij een andere interviewer.',
    en: 'This account belongs to another interviewer already.',
  },
  not_an_interviewer_code: {
    nl: 'Een code is hooguit vier letters en dan hooguit vijf cijfers, zoals I3.',
    en: 'A code is at most four letters and then at most five digits, such as I3.',
  },
  unknown_interviewer: { nl: 'Er is geen interviewer met deze code.', en: 'There is no interviewer with this code.' },
  unknown_qualification: {
    nl: 'Dit is er niet, of het was al teruggenomen.',
    en: 'It is not there, or it was taken back already.',
  },
} satisfies Words
