import type { FormVersion } from '../../../consent-forms'

/** The sentences of `tablet-1`, in the order in which they are read aloud (protocol §6). */
export const sections: FormVersion['sections'] = [
  {
    heading: { nl: 'Waar gaat het over?', en: 'What is it about?' },
    sentences: [
      {
        nl: 'Dit onderzoek gaat over hoe u en uw toezichthouder samenwerken.',
        en: 'This study is about how you and your supervisor work together.',
      },
      {
        nl: 'Wij stellen u vragen in een gesprek van twintig tot dertig minuten.',
        en: 'We ask you questions in a talk of twenty to thirty minutes.',
      },
      {
        nl: 'Na ongeveer zes maanden vragen wij u nog een keer, als u dat goedvindt.',
        en: 'After about six months we ask you once more, if you agree to that.',
      },
      {
        nl: 'Na elk gesprek krijgt u een cadeaubon van tien euro.',
        en: 'After each talk you get a voucher of ten euros.',
      },
      {
        nl: 'Uw toezichthouder krijgt ook een vragenlijst over de samenwerking met u.',
        en: 'Your supervisor gets a questionnaire too, about working with you.',
      },
    ],
  },
  {
    heading: { nl: 'Meedoen is vrij', en: 'Taking part is free' },
    sentences: [
      { nl: 'U beslist zelf of u meedoet.', en: 'You decide yourself whether you take part.' },
      { nl: 'U hoeft niet te zeggen waarom u niet wilt.', en: 'You do not have to say why you do not want to.' },
      {
        nl: 'Ja zeggen of nee zeggen verandert niets aan uw toezicht.',
        en: 'Saying yes or saying no changes nothing in your supervision.',
      },
      {
        nl: 'U mag een vraag overslaan die u niet wilt beantwoorden.',
        en: 'You may skip a question that you do not want to answer.',
      },
    ],
  },
  {
    heading: { nl: 'Uw naam en uw nummer', en: 'Your name and your number' },
    sentences: [
      {
        nl: 'Uw antwoorden staan onder een nummer, zonder uw naam.',
        en: 'Your answers stand under a number, without your name.',
      },
      {
        nl: 'Uw naam en dit formulier bewaren wij op een andere plek.',
        en: 'We keep your name and this form in another place.',
      },
      {
        nl: 'Dat heet pseudoniem, en dat is niet hetzelfde als anoniem.',
        en: 'This is called pseudonymous, which is not the same as anonymous.',
      },
      {
        nl: 'Er is namelijk een sleutel die naam en nummer weer bij elkaar kan brengen.',
        en: 'For there is a key that can bring name and number together again.',
      },
      {
        nl: 'Die sleutel is er om u later weer te vragen en om te wissen als u dat wilt.',
        en: 'That key is there to ask you again later, and to erase when you want that.',
      },
    ],
  },
  {
    heading: { nl: 'Wie ziet wat?', en: 'Who sees what?' },
    sentences: [
      {
        nl: 'De interviewer kent uw naam en hoort wat u in het gesprek zegt.',
        en: 'The interviewer knows your name and hears what you say in the talk.',
      },
      {
        nl: 'De interviewer heeft beloofd daarover te zwijgen en weet niet wie uw toezichthouder is.',
        en: 'The interviewer has promised to keep silent about it and does not know who your supervisor is.',
      },
      {
        nl: 'Onderzoekers zien uw antwoorden, maar niet uw naam.',
        en: 'Researchers see your answers, but not your name.',
      },
      {
        nl: 'Uw toezichthouder ziet uw antwoorden nooit, en leidinggevenden ook niet.',
        en: 'Your supervisor never sees your answers, and managers do not either.',
      },
      {
        nl: 'U ziet de antwoorden van uw toezichthouder ook niet.',
        en: 'You do not see the answers of your supervisor either.',
      },
      {
        nl: 'Wie met de sleutel een naam opzoekt, moet zeggen waarom, en dat wordt opgeschreven.',
        en: 'Whoever looks up a name with the key has to say why, and that is written down.',
      },
    ],
  },
  {
    heading: { nl: 'Het register', en: 'The register' },
    sentences: [
      {
        nl: 'De reclassering houdt in een register bij hoe een toezicht verloopt.',
        en: 'The probation service keeps a register of how a supervision goes.',
      },
      {
        nl: 'Wij kijken daarin alleen als u dat goedvindt, tot twee jaar na het begin van uw toezicht.',
        en: 'We look in it only if you agree, until two years after your supervision began.',
      },
      {
        nl: 'Wij zien daar hoe het toezicht eindigde en of u een waarschuwing kreeg.',
        en: 'There we see how the supervision ended and whether you got a warning.',
      },
      {
        nl: 'Wij zien daar ook of de reclassering na een aanhouding bij u is geweest.',
        en: 'There we also see whether the probation service came to you after an arrest.',
      },
    ],
  },
  {
    heading: { nl: 'Stoppen', en: 'Stopping' },
    sentences: [
      {
        nl: 'U mag altijd stoppen, ook midden in een gesprek, en u hoeft niet te zeggen waarom.',
        en: 'You may always stop, also in the middle of a talk, and you do not have to say why.',
      },
      {
        nl: 'Wij nemen dan meteen geen contact meer met u op.',
        en: 'From that moment we do not contact you any more.',
      },
      {
        nl: 'U kiest of wij uw antwoorden bewaren of wissen.',
        en: 'You choose whether we keep your answers or erase them.',
      },
      {
        nl: 'Wat al in een verslag over de hele groep staat, kunnen wij daar niet meer uit halen.',
        en: 'What is already part of a report on the whole group, we cannot take out of it.',
      },
    ],
  },
  {
    heading: { nl: 'Hoe lang wij iets bewaren', en: 'How long we keep things' },
    sentences: [
      {
        nl: 'Doet u niet mee, dan wissen wij uw naam binnen negentig dagen nadat wij dat weten.',
        en: 'If you do not take part, we erase your name within ninety days after we know.',
      },
      {
        nl: 'Doet u mee, dan wissen wij uw naam en de sleutel als het onderzoek klaar is.',
        en: 'If you do take part, we erase your name and the key when the study is finished.',
      },
      {
        nl: 'Uw antwoorden onder een nummer bewaren wij tot tien jaar daarna, om het onderzoek te kunnen controleren.',
        en: 'We keep your answers under a number until ten years after that, so that the study can be checked.',
      },
    ],
  },
  {
    heading: { nl: 'Vragen en klachten', en: 'Questions and complaints' },
    sentences: [
      {
        nl: 'U mag uw vragen stellen aan de interviewer of aan de coördinator van het onderzoek.',
        en: 'You may ask your questions to the interviewer or to the coordinator of the study.',
      },
      {
        nl: 'U mag zien wat wij over u bewaren en laten verbeteren wat niet klopt.',
        en: 'You may see what we keep about you and have mended what is wrong.',
      },
      {
        nl: 'U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.',
        en: 'You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).',
      },
      {
        nl: 'U krijgt een kopie van dit formulier mee.',
        en: 'You get a copy of this form to take with you.',
      },
    ],
  },
]
