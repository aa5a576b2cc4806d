import type { Plain } from '../speak'
import { badValues } from './imports'

/** What was done otherwise than a file of questions says, or passed over. */
export const instrumentNotes = {
  asked_of_other_form: {
    nl: 'Hangt af van een vraag uit een andere vragenlijst. Zet die in dezelfde meting, ervoor.',
    en: 'Depends on a question of another instrument. Put that one in the same wave, before it.',
  },
  bounds_missing: {
    nl: 'Er staat niet bij van welk tot welk getal. Vul een kleinste en een grootste in, dan vallen typfouten op.',
    en: 'It does not say from which number to which. Fill in a least and a most, then slips of the keyboard show.',
  },
  codes_renumbered: {
    nl: 'De antwoorden hebben geen getallen. Ze tellen vanaf 1, in hun volgorde; hun naam blijft erbij staan.',
    en: 'The answers have no numbers. They count from 1, in their order; their names are kept with them.',
  },
  not_equal_needs_an_answer: {
    nl: '“Niet” (niet gelijk aan, niet gekozen) geldt hier pas als er een antwoord is. Zonder antwoord wordt deze vraag niet gesteld.',
    en: '“Not” (not equal to, not chosen) holds here only once there is an answer. Without one this question is not asked.',
  },
  note_behind_question: {
    nl: 'De toelichting staat tussen haakjes achter de vraag.',
    en: 'The note stands in brackets behind the question.',
  },
  one_language: {
    nl: 'De tekst is er in één taal. Die staat nu bij Nederlands en bij Engels.',
    en: 'The text is there in one language. It stands under Dutch and under English now.',
  },
  passed_over: {
    nl: 'Dit is overgeslagen. Het verandert de vraag niet.',
    en: 'This was passed over. It does not change the question.',
  },
  ranking_not_kept: {
    nl: 'Dat elk antwoord maar één keer mag, wordt niet bewaakt.',
    en: 'That each answer may be given only once is not guarded.',
  },
  required_sometimes: {
    nl: 'Wanneer dit verplicht is, hangt af van iets anders. Nu mag het open blijven.',
    en: 'When this is required depends on something else. Now it may be left open.',
  },
  slider_typed_in: {
    nl: 'De schuif is een getal dat wordt ingevuld. De woorden erboven staan achter de vraag.',
    en: 'The slider is a number that is filled in. The words above it stand behind the question.',
  },
  split_per_answer: {
    nl: 'Meer antwoorden mogelijk: elk antwoord is een eigen vraag, met ja en nee.',
    en: 'Several answers possible: each answer is a question of its own, with yes and no.',
  },
} satisfies Record<string, Plain>

/** Why a line of a file of questions was left out, and what can be done. */
const refusedQuestions = {
  acknowledged: {
    nl: 'Een vinkje “gezien” is geen vraag. Maak er ja of nee van.',
    en: 'A tick for “seen” is no question. Make it yes or no.',
  },
  action_tag: {
    nl: 'Deze aantekening verandert wat er gevraagd wordt. Haal haar weg, of maak er een gewone vraag van.',
    en: 'This annotation changes what is asked. Take it out, or make a plain question of it.',
  },
  bad_code: {
    nl: 'Een code begint met een letter en heeft alleen letters, cijfers en _, hoogstens 100.',
    en: 'A code begins with a letter and has only letters, digits and _, 100 at most.',
  },
  bad_instrument_name: {
    nl: 'Een naam heeft kleine letters, cijfers en streepjes, hoogstens 60.',
    en: 'A name has small letters, digits and hyphens, 60 at most.',
  },
  bounds: {
    nl: 'Het kleinste en het grootste getal kloppen niet: hele getallen van -32768 tot en met 32767, het kleinste eerst.',
    en: 'The least and the most are not right: whole numbers from -32768 to 32767, the least first.',
  },
  calculated: {
    nl: 'Dit wordt uitgerekend en niet gevraagd. Reken het uit met de antwoorden, na de vrijgave.',
    en: 'This is worked out and not asked. Work it out from the answers, after the release.',
  },
  choice_filter: {
    nl: 'Antwoorden die van een andere vraag afhangen kunnen niet. Maak een vraag per lijst.',
    en: 'Answers that depend on another question cannot be. Make a question for each list.',
  },
  choice_without_code: {
    nl: 'Een antwoord heeft geen code of geen tekst. Schrijf: code, komma, tekst.',
    en: 'An answer has no code or no text. Write: code, comma, text.',
  },
  choices_from_database: {
    nl: 'Deze antwoorden komen uit een andere database. Schrijf ze uit.',
    en: 'These answers come from another database. Write them out.',
  },
  choices_from_elsewhere: {
    nl: 'Deze antwoorden staan in een ander bestand. Schrijf ze uit.',
    en: 'These answers stand in another file. Write them out.',
  },
  choices_missing: { nl: 'Er staan geen antwoorden bij. Schrijf ze erbij.', en: 'There are no answers. Add them.' },
  code_too_large: {
    nl: 'De code van een antwoord is te groot: van -32768 tot en met 32767.',
    en: 'The code of an answer is too large: from -32768 to 32767.',
  },
  codes_mixed: {
    nl: 'De codes zijn deels getallen. Geef elk antwoord een heel getal (een schaal van eens en oneens: 1, 2, 3 …).',
    en: 'Some of the codes are numbers. Give each answer a whole number (a scale of agreement: 1, 2, 3 …).',
  },
  condition_never: {
    nl: 'Aan deze voorwaarde voldoet geen antwoord. Kijk haar na.',
    en: 'No answer meets this condition. Check it.',
  },
  condition_unknown_answer: {
    nl: 'De voorwaarde noemt een antwoord dat die vraag niet heeft. Kijk de code na.',
    en: 'The condition names an answer that the question does not have. Check the code.',
  },
  condition_unknown_item: {
    nl: 'De voorwaarde noemt een vraag die niet in het bestand staat.',
    en: 'The condition names a question that is not in the file.',
  },
  condition_unread: {
    nl: 'Schrijf een voorwaarde als vraag=1,2; andere=0.',
    en: 'Write a condition as question=1,2; other=0.',
  },
  condition_unsupported: {
    nl: 'Deze voorwaarde kunnen wij niet bewaren. Het kan met “en”, en met “of” over dezelfde vraag.',
    en: 'We cannot keep this condition. It can be with “and”, and with “or” over the same question.',
  },
  constraint: {
    nl: 'Deze grens kunnen wij niet bewaken. Het kan bij een heel getal, met . >= 1 and . <= 7.',
    en: 'We cannot guard this limit. It can be for a whole number, with . >= 1 and . <= 7.',
  },
  date_or_time: {
    nl: 'Een dag of tijd is geen antwoord dat wij bewaren: het kan zeggen wie het is. Vraag naar een aantal of een klasse.',
    en: 'A day or time is no answer that we keep: it can say who it is. Ask for a number or a class.',
  },
  decimal: {
    nl: 'Alleen hele getallen. Vraag naar een hele maat, zoals centimeters.',
    en: 'Whole numbers only. Ask for a whole measure, such as centimetres.',
  },
  depends_on_later: {
    nl: 'Hangt af van een vraag die erna komt. Zet die ervoor.',
    en: 'Depends on a question that comes after it. Put that one before it.',
  },
  depends_on_refused: {
    nl: 'Hangt af van een vraag die is weggelaten. Maak die eerst in orde.',
    en: 'Depends on a question that was left out. Mend that one first.',
  },
  duplicate_choice: {
    nl: 'Twee antwoorden hebben dezelfde code of naam.',
    en: 'Two answers have the same code or name.',
  },
  duplicate_code: {
    nl: 'Deze code stond er al. Geef de vraag een eigen code.',
    en: 'This code was there already. Give the question a code of its own.',
  },
  end_without_begin: {
    nl: 'Hier eindigt een groep die niet begon.',
    en: 'A group ends here that did not begin.',
  },
  file_field: {
    nl: 'Een bestand of handtekening kan geen antwoord zijn.',
    en: 'A file or signature cannot be an answer.',
  },
  form_missing: { nl: 'De naam van het formulier ontbreekt.', en: 'The name of the form is missing.' },
  free_text: {
    nl: 'Vrije tekst bewaren wij niet als antwoord: er kan een naam in staan. Maak er antwoorden van om uit te kiezen.',
    en: 'We keep no free text as an answer: a name can stand in it. Make answers of it to choose from.',
  },
  identifier: {
    nl: 'Dit zegt wie iemand is. Namen en nummers staan apart en horen niet bij de antwoorden.',
    en: 'This says who somebody is. Names and numbers are kept apart and do not belong to the answers.',
  },
  in_repeat: {
    nl: 'Deze vraag staat in een deel dat herhaald wordt. Schrijf haar uit, eenmaal per keer.',
    en: 'This question stands in a part that repeats. Write it out, once for each time.',
  },
  media: {
    nl: 'Een beeld, geluid of plaats op de kaart kan geen antwoord zijn.',
    en: 'A picture, a sound or a place on a map cannot be an answer.',
  },
  missing_unread: {
    nl: 'Schrijf de codes die ontbrekend betekenen met een komma ertussen.',
    en: 'Write the codes that mean missing with a comma between them.',
  },
  options_unread: {
    nl: 'Schrijf de antwoorden als 0=Nee|No; 1=Ja|Yes.',
    en: 'Write the answers as 0=Nee|No; 1=Ja|Yes.',
  },
  or_other: {
    nl: '“Anders, namelijk” is vrije tekst. Zet “anders” als antwoord in de lijst.',
    en: '“Other, namely” is free text. Put “other” into the list as an answer.',
  },
  other_scale: {
    nl: 'De woorden van eens en oneens zijn anders dan bij de vragen ervoor. Eén vragenlijst heeft één schaal.',
    en: 'The words of agreement are others than at the questions before. One instrument has one scale.',
  },
  other_side: {
    nl: 'Deze vragenlijst was hierboven voor de ander.',
    en: 'Above, this instrument was for the other one.',
  },
  perspective_missing: {
    nl: 'Schrijf wie dit invult: client of supervisor.',
    en: 'Write who fills this in: client or supervisor.',
  },
  range_step: {
    nl: 'De stappen zijn geen hele getallen. Maak een lijst van de antwoorden.',
    en: 'The steps are not of one. Make a list of the answers.',
  },
  ranking: {
    nl: 'Op volgorde zetten kan niet. Vraag elk onderdeel apart.',
    en: 'Putting in order cannot be asked. Ask about each thing by itself.',
  },
  read_only: {
    nl: 'Dit wordt getoond en niet gevraagd.',
    en: 'This is shown and not asked.',
  },
  repeat: {
    nl: 'Een deel dat herhaald wordt kan niet. De vragen erin zijn weggelaten.',
    en: 'A part that repeats cannot be. The questions in it were left out.',
  },
  required_unread: { nl: 'Schrijf yes of laat het leeg.', en: 'Write yes or leave it empty.' },
  text_missing: { nl: 'Er staat geen vraag. Schrijf de tekst erbij.', en: 'There is no question. Add its text.' },
  text_with_answers: {
    nl: 'In deze tekst komt een antwoord van een andere vraag. Schrijf haar zonder.',
    en: 'An answer to another question goes into this text. Write it without.',
  },
  text_with_condition: {
    nl: 'Een tekst die soms wordt voorgelezen kan niet. Zet haar in de vraag zelf.',
    en: 'A text that is read only sometimes cannot be. Put it into the question itself.',
  },
  text_without_question: {
    nl: 'Onder deze tekst staat geen vraag meer. Zij wordt niet voorgelezen.',
    en: 'No question is left below this text. It is not read aloud.',
  },
  unknown_list: {
    nl: 'De lijst met antwoorden staat niet op het blad choices.',
    en: 'The list of answers is not on the sheet choices.',
  },
  unknown_type: { nl: 'Deze soort vraag kennen wij niet.', en: 'We do not know this kind of question.' },
  version_unread: { nl: 'Een versie is een getal van 1 tot en met 999.', en: 'A version is a number from 1 to 999.' },
  wrong_number_of_columns: {
    nl: 'Deze regel heeft meer velden dan de kop. Kijk of er een scheidingsteken te veel is.',
    en: 'This line has more fields than the header. Look for a separator too many.',
  },
} satisfies Record<string, Plain>

/** The same for lines whose bytes cannot be read. */
export const instrumentRefusals = {
  broken_quote: badValues.broken_quote,
  row_too_long: badValues.row_too_long,
  unreadable_character: badValues.unreadable_character,
  rest_unreadable: badValues.rest_unreadable,
  too_long: badValues.too_long,
  ...refusedQuestions,
} satisfies Record<string, Plain>
