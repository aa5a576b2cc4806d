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
  difference_without_words: {
    nl: ({ difference }: { difference: number }) =>
      `Dit scheelt ${difference > 0 ? `+${difference}` : difference} met de voorraad. Schrijf op hoe dat komt.`,
    en: ({ difference }: { difference: number }) =>
      `This differs by ${difference > 0 ? `+${difference}` : difference} from the stock. Write down why.`,
  },
  not_interviewed: {
    nl: 'Er is bij deze meting nog geen interview met deze cliënt.',
    en: 'There is no interview with this client at this wave yet.',
  },
  unknown_incident: {
    nl: 'Dit voorval is er niet, of het was al gezien.',
    en: 'There is no such incident, or it was seen already.',
  },
  voucher_given: {
    nl: 'Voor dit interview is al een bon gegeven.',
    en: 'A voucher was handed out for this interview already.',
  },
  unknown_interviewer: { nl: 'Er is geen interviewer met deze code.', en: 'There is no interviewer with this code.' },
  unknown_qualification: {
    nl: 'Dit is er niet, of het was al teruggenomen.',
    en: 'It is not there, or it was taken back already.',
  },
} satisfies Words
