import type { LetterVersion } from '../../../consent-forms'
import { day } from '../../../day'

/** The information letter that goes before the form (protocol §6). Valid as long as the form `tablet-1` is. */
export const letter1: LetterVersion = {
  version: 'letter-1',
  validFrom: day('2011-11-01'),
  validTo: null,
  title: { nl: 'Informatie over het onderzoek', en: 'Information about the study' },
  paragraphs: [
    {
      nl: 'Wij vragen u om mee te doen aan een onderzoek. Het gaat over hoe u en uw toezichthouder samenwerken. U leest hier wat meedoen betekent, zodat u rustig kunt kiezen.',
      en: 'We ask you to take part in a study. It is about how you and your supervisor work together. Here you read what taking part means, so that you can choose in peace.',
    },
    {
      nl: 'Doet u mee, dan hebt u een gesprek met een interviewer, vlak na een gesprek met uw toezichthouder. Dat duurt twintig tot dertig minuten. U hoeft daarvoor niet apart te reizen. Na zes maanden vragen wij u nog een keer, als u dat goedvindt. Na elk gesprek krijgt u een cadeaubon van tien euro.',
      en: 'If you take part, you have a talk with an interviewer, right after a talk with your supervisor. It takes twenty to thirty minutes. You make no extra trip for it. After six months we ask you once more, if you agree. After each talk you get a voucher of ten euros.',
    },
    {
      nl: 'Meedoen is vrij. Het verandert niets aan uw toezicht of u ja zegt of nee. U mag altijd stoppen en hoeft niet te zeggen waarom. Wij nemen dan geen contact meer met u op. U kiest of wij uw antwoorden bewaren of wissen.',
      en: 'Taking part is free. Whether you say yes or no changes nothing in your supervision. You may always stop and do not have to say why. We do not contact you any more then. You choose whether we keep your answers or erase them.',
    },
    {
      nl: 'Uw antwoorden staan onder een nummer en uw naam staat ergens anders. Dat heet pseudoniem. Een sleutel kan naam en nummer weer bij elkaar brengen, daarom zeggen wij niet dat het anoniem is. Die sleutel is goed beveiligd. Onderzoekers zien uw naam niet. Uw toezichthouder ziet uw antwoorden nooit.',
      en: 'Your answers stand under a number and your name stands somewhere else. This is called pseudonymous. A key can bring name and number together again, so we do not say that it is anonymous. That key is well protected. Researchers do not see your name. Your supervisor never sees your answers.',
    },
    {
      nl: 'Wij vragen u apart of wij later in het register van de reclassering mogen kijken. Daar staat hoe uw toezicht is gegaan. Wij vragen ook apart of wij u mogen bellen. Op elke vraag mag u nee zeggen.',
      en: 'We ask you apart whether we may look in the register of the probation service later. It says how your supervision went. We also ask apart whether we may call you. You may say no to each question.',
    },
    {
      nl: 'Doet u niet mee, dan wissen wij uw naam binnen negentig dagen nadat wij dat weten. Doet u mee, dan wissen wij uw naam en de sleutel als het onderzoek klaar is. Uw antwoorden onder een nummer bewaren wij tot tien jaar daarna.',
      en: 'If you do not take part, we erase your name within ninety days after we know. If you do take part, we erase your name and the key when the study is finished. We keep your answers under a number until ten years after that.',
    },
    {
      nl: 'Hebt u vragen, stel ze aan de interviewer of aan de coördinator van het onderzoek. U mag zien wat wij over u bewaren. U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.',
      en: 'If you have questions, ask the interviewer or the coordinator of the study. You may see what we keep about you. You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
    },
  ],
}
