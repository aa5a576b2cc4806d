import type { LetterVersion } from '../../consent-forms'
import { day } from '../../day'

/** The information letter of the talk aid (protocol §9). */
export const talkLetter1: LetterVersion = {
  version: 'talk-letter-1',
  validFrom: day('2011-11-01'),
  validTo: null,
  title: { nl: 'Informatie over de gesprekshulp', en: 'Information about the talk aid' },
  paragraphs: [
    {
      nl: 'U en uw begeleider vullen allebei een korte lijst in over hoe u samenwerkt. Daarna bekijkt u de antwoorden samen.',
      en: 'You and your professional both fill in a short list about how you work together. After that you look at the answers together.',
    },
    {
      nl: 'Wij vragen of wij uw antwoorden voor onderzoek mogen bewaren, onder een nummer en zonder uw naam. U mag nee zeggen. Dat verandert niets aan uw begeleiding.',
      en: 'We ask whether we may keep your answers for research, under a number and without your name. You may say no. That changes nothing in the help that you get.',
    },
    {
      nl: 'U mag later altijd stoppen. Wij wissen uw antwoorden als u dat wilt. U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.',
      en: 'You may always stop later. We erase your answers if you want that. You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
    },
  ],
}
