import type { Words } from '../speak'

/** Why answers that were handed in, or that are to be mended, were left as they are. */
export const refusedEntries = {
  unknown_measurement: { nl: 'Deze vragenlijst is er niet.', en: 'There is no such questionnaire.' },
  unknown_entry: { nl: 'Deze invulling is er niet.', en: 'There is no such set of answers.' },
  two_devices: {
    nl: 'Dit is ook op een ander apparaat ingevuld. Beide zijn bewaard; iemand moet kiezen.',
    en: 'This was filled in on another device too. Both are kept; somebody has to choose.',
  },
  not_answered: { nl: 'Deze vragenlijst is niet ingevuld.', en: 'This questionnaire was not filled in.' },
  not_same_pair: {
    nl: 'Verwisselen kan alleen bij twee ingevulde lijsten van dezelfde toezichthouder en dezelfde meting.',
    en: 'Only two completed questionnaires of the same supervisor and wave can be swapped.',
  },
  typed_by_same: {
    nl: 'U hebt dit papier zelf al ingevoerd. Iemand anders voert het nu nog een keer in.',
    en: 'You typed in this paper yourself. Somebody else types it in once more now.',
  },
  query_answered: { nl: 'Deze vraag is al beantwoord.', en: 'This query has been answered already.' },
  answers_erased: { nl: 'Deze antwoorden zijn gewist.', en: 'These answers were erased.' },
} satisfies Words
