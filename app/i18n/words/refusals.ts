import { longDay } from '../days'
import type { Words } from '../speak'
import { refusedFiles } from './refused-files'

type Range = { min: number; max: number }
type Codes = { most: number; hours: number }
type Window = { opens: string; closes: string }

/** Why something was not done: one sentence for each refusal of the verbs. */
export const refusals = {
  ...refusedFiles,
  absences_overlap: {
    nl: 'In die dagen is deze toezichthouder al afwezig gemeld.',
    en: 'On those days this supervisor is away already.',
  },
  already_answered: { nl: 'Deze vragenlijst is al ingevuld.', en: 'This questionnaire has been filled in already.' },
  already_approached: { nl: 'Deze cliënt is al benaderd.', en: 'This client has been approached already.' },
  already_back: { nl: 'Deze zaak doet al weer mee.', en: 'This case has come back already.' },
  already_decided: { nl: 'Hierover is al besloten.', en: 'This has been decided already.' },
  already_done: { nl: 'Dit is al gedaan.', en: 'This has been done already.' },
  already_ended: { nl: 'Deze goedkeuring is al beëindigd.', en: 'This approval has ended already.' },
  already_handed_out: {
    nl: 'Deze brief is in deze taal al gegeven.',
    en: 'This letter has been handed out in this language already.',
  },
  already_held: { nl: 'Dit gesprek is al gehouden.', en: 'This interview has been held already.' },
  already_inquired: { nl: 'De toezichthouder is al bevraagd.', en: 'The supervisor has been asked already.' },
  already_judged: { nl: 'Hierover is al geoordeeld.', en: 'This has been judged already.' },
  already_on_list: {
    nl: 'Dit cliëntnummer staat al op de lijst.',
    en: 'This client number is on the list already.',
  },
  already_planned: { nl: 'Deze afspraak staat al.', en: 'This appointment stands already.' },
  already_recorded: { nl: 'Dit is al vastgelegd.', en: 'This has been recorded already.' },
  already_replied: { nl: 'Deze vraag is al beantwoord.', en: 'This question has been answered already.' },
  already_signed: { nl: 'Dit formulier is al getekend.', en: 'This form has been signed already.' },
  already_replayed: {
    nl: 'Dit cohort is al helemaal afgespeeld. Kies een andere map met --home om het nog eens te doen.',
    en: 'This cohort has been replayed to its end already. Choose another folder with --home to play it again.',
  },
  already_withdrawn: { nl: 'De toestemming was al ingetrokken.', en: 'Consent had been withdrawn already.' },
  before_discovery: {
    nl: 'Dit ligt vóór het moment waarop het datalek is ontdekt.',
    en: 'This lies before the moment at which the breach was discovered.',
  },
  before_inquiry: {
    nl: ({ sentOn }: { sentOn: string }) => `Dit ligt vóór de vraag van ${longDay('nl', sentOn)}.`,
    en: ({ sentOn }: { sentOn: string }) => `This lies before the question of ${longDay('en', sentOn)}.`,
  },
  before_opening: {
    nl: ({ openedOn }: { openedOn: string }) => `Dit kan pas vanaf ${longDay('nl', openedOn)}.`,
    en: ({ openedOn }: { openedOn: string }) => `This can only be from ${longDay('en', openedOn)} on.`,
  },
  before_reply: {
    nl: 'Het volgende gesprek kan niet voor vandaag liggen.',
    en: 'The next talk cannot lie before today.',
  },
  before_start: {
    nl: ({ startedOn }: { startedOn: string }) => `Het toezicht begon pas op ${longDay('nl', startedOn)}.`,
    en: ({ startedOn }: { startedOn: string }) => `Supervision only began on ${longDay('en', startedOn)}.`,
  },
  before_window: {
    nl: ({ opens }: { opens: string }) => `Het venster gaat pas open op ${longDay('nl', opens)}.`,
    en: ({ opens }: { opens: string }) => `The window only opens on ${longDay('en', opens)}.`,
  },
  boxes_differ: {
    nl: ({ boxes }: { boxes: readonly string[] }) =>
      `Dit is anders dan wat eerst is ingevoerd: vraag ${boxes.join(', ')}. Kijk nog eens op de scan.`,
    en: ({ boxes }: { boxes: readonly string[] }) =>
      `This differs from what was entered first: question ${boxes.join(', ')}. Look at the scan again.`,
  },
  box_unanswered: { nl: 'Kies ja of nee bij elke vraag.', en: 'Choose yes or no at each question.' },
  capacity_not_asked: {
    nl: 'Vraag eerst na of de cliënt het begrijpt.',
    en: 'First ask whether the client understands it.',
  },
  case_left: { nl: 'Deze cliënt doet niet meer mee.', en: 'This client no longer takes part.' },
  changed_meanwhile: {
    nl: 'Iemand anders heeft dit net gewijzigd. Kijk wat er nu staat, en vul je wijziging dan opnieuw in.',
    en: 'Somebody else has changed this just now. See what it says, then make your change again.',
  },
  client_not_signed: { nl: 'De cliënt heeft nog niet getekend.', en: 'The client has not signed yet.' },
  clock_not_moved: { nl: 'De klok kan alleen vooruit.', en: 'The clock only goes forward.' },
  code_over: {
    nl: 'Deze code werkt niet meer. Vraag een nieuwe.',
    en: 'This code no longer works. Ask for a new one.',
  },
  codes_paused: {
    nl: ({ until }: { until: string }) =>
      `Er is te vaak een verkeerde code getypt. Vanaf ${longDay('nl', until)} kan er weer een code komen.`,
    en: ({ until }: { until: string }) =>
      `A wrong code was typed too often. From ${longDay('en', until)} there can be a code again.`,
  },
  code_shape: { nl: 'Een code heeft zes cijfers.', en: 'A code has six digits.' },
  contacts_outside_rule: {
    nl: ({ min, max }: Range) => `Het gesprek kan alleen na contact ${min} tot en met ${max}.`,
    en: ({ min, max }: Range) => `The interview can only be held after contacts ${min} to ${max}.`,
  },
  counts_changed: {
    nl: 'De aantallen zijn intussen veranderd. Kijk ze opnieuw na en teken dan.',
    en: 'The numbers have changed in the meantime. Look at them again, then sign.',
  },
  difference_unexplained: {
    nl: 'De aantallen zijn niet gelijk. Schrijf op hoe dat komt.',
    en: 'The numbers are not equal. Write down why.',
  },
  ends_before_it_begins: { nl: 'De laatste dag ligt vóór de eerste.', en: 'The last day lies before the first.' },
  entered_meanwhile: {
    nl: 'Dit is intussen al ingevoerd. Kijk nog eens.',
    en: 'This has been entered in the meantime. Look again.',
  },
  file_damaged: {
    nl: 'Dit bestand is niet heel. Scan of fotografeer het formulier opnieuw.',
    en: 'This file is not whole. Scan or photograph the form again.',
  },
  file_empty: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
  file_kind: {
    nl: 'Dit bestand is geen PDF, JPEG of PNG, wat de naam ook zegt.',
    en: 'This file is not a PDF, JPEG or PNG, whatever its name says.',
  },
  file_too_large: {
    nl: ({ max }: { max: number }) => `Dit bestand is te groot. Het mag hoogstens ${max} MB zijn.`,
    en: ({ max }: { max: number }) => `This file is too large. It may be ${max} MB at most.`,
  },
  form_not_valid: {
    nl: 'Dit formulier geldt niet op die dag.',
    en: 'This form is not valid on that day.',
  },
  form_on_paper_only: {
    nl: 'Dit formulier wordt alleen op papier getekend.',
    en: 'This form is signed on paper only.',
  },
  guardian_not_signed: {
    nl: 'Een ouder, voogd of mentor moet ook tekenen.',
    en: 'A parent, guardian or legal representative has to sign too.',
  },
  guardian_unnamed: {
    nl: 'Vul de naam in van wie er meetekent.',
    en: 'Fill in the name of who signs too.',
  },
  had_it_before: {
    nl: 'Deze collega gaf deze vraag eerder door. Overleg eerst wie de cliënt begeleidt.',
    en: 'This colleague passed this question on before. First find out who supervises the client.',
  },
  handed_over_too_often: {
    nl: ({ most }: { most: number }) =>
      `Deze vraag is al ${most} keer doorgegeven. De coördinator zoekt uit wie de cliënt begeleidt.`,
    en: ({ most }: { most: number }) =>
      `This question was passed on ${most} times already. The coordinator finds out who supervises the client.`,
  },
  hands_over_to_self: {
    nl: 'De vraag ging al naar dit adres. Vul het adres van de collega in, of laat het leeg.',
    en: 'The question went to this address already. Fill in your colleague’s address, or leave it empty.',
  },
  in_future: { nl: 'Deze dag is nog niet geweest.', en: 'This day has not come yet.' },
  interviewer_not_signed: { nl: 'De interviewer heeft nog niet getekend.', en: 'The interviewer has not signed yet.' },
  late_without_reason: {
    nl: 'Dit is later dan 72 uur na de ontdekking. Schrijf op waarom: de AVG vraagt daarom.',
    en: 'This is more than 72 hours after the discovery. Write down why: the GDPR asks for it.',
  },
  import_elsewhere: {
    nl: 'Dit bestand is al een stap verder, of het is losgelaten. Laad de bladzijde opnieuw.',
    en: 'This file is a step further already, or it was dropped. Load the page anew.',
  },
  import_running: { nl: 'Met dit bestand is al iemand bezig.', en: 'Somebody is at this file already.' },
  lost_to_wave: { nl: 'Deze cliënt is voor deze meting verloren.', en: 'This client is lost to this wave.' },
  no_check_wanted: { nl: 'Dit formulier hoeft niet nagekeken te worden.', en: 'This form waits for no check.' },
  month_not_over: {
    nl: 'Deze maand is nog niet voorbij. Hij wordt vergeleken vanaf de eerste dag erna.',
    en: 'This month is not over yet. It is compared from the first day after it.',
  },
  name_differs: {
    nl: 'Dit is niet de naam van uw account. Typ uw naam zoals die bovenaan de pagina staat.',
    en: 'This is not the name of your account. Type your name as it stands at the top of the page.',
  },
  name_gone: { nl: 'Deze naam is verwijderd.', en: 'This name has been deleted.' },
  no_consent: { nl: 'Hiervoor is geen toestemming.', en: 'There is no consent for this.' },
  no_letter: { nl: 'Op deze dag geldt geen brief.', en: 'No letter is valid on this day.' },
  no_rotation: { nl: 'Er wordt geen sleutel vervangen.', en: 'No change of key is under way.' },
  no_scan_wanted: { nl: 'Dit formulier wacht niet op een scan.', en: 'This form waits for no scan.' },
  not_a_month: { nl: 'Kies een maand, bijvoorbeeld 2026-03.', en: 'Choose a month, for example 2026-03.' },
  not_anchored: { nl: 'Voor deze meting is nog geen venster.', en: 'There is no window for this wave yet.' },
  not_approached: { nl: 'Deze cliënt is nog niet benaderd.', en: 'This client has not been approached yet.' },
  not_inquired: { nl: 'De toezichthouder is nog niet bevraagd.', en: 'The supervisor has not been asked yet.' },
  not_drawn: { nl: 'Dit is te weinig voor een handtekening.', en: 'This is too little for a signature.' },
  not_judged: { nl: 'De toezichthouder heeft nog niet geoordeeld.', en: 'The supervisor has not judged yet.' },
  not_on_list: {
    nl: 'Dit cliëntnummer staat niet op de lijst.',
    en: 'This client number is not on the list.',
  },
  not_open: { nl: 'Deze vragenlijst staat niet open.', en: 'This questionnaire is not open.' },
  not_replied: { nl: 'De toezichthouder heeft nog niet geantwoord.', en: 'The supervisor has not answered yet.' },
  not_reported_yet: {
    nl: 'Leg eerst vast of dit datalek is gemeld, of waarom dat niet hoeft.',
    en: 'First record whether this breach was reported, or why that is not needed.',
  },
  not_sure: { nl: 'Zet een vinkje als u dit zeker weet.', en: 'Tick the box when you are sure.' },
  not_screened: { nl: 'De criteria zijn nog niet allemaal bekend.', en: 'Not all criteria are known yet.' },
  out_of_range: {
    nl: ({ min, max }: Range) => `Dit moet een getal zijn van ${min} tot en met ${max}.`,
    en: ({ min, max }: Range) => `This must be a number from ${min} to ${max}.`,
  },
  nothing_to_erase: { nl: 'Er zijn geen antwoorden om te wissen.', en: 'There are no answers to erase.' },
  key_gone: {
    nl: 'Het onderzoek is klaar en de sleutel tussen namen en nummers is gewist.',
    en: 'The study is finished and the key between names and pseudonyms has been erased.',
  },
  nothing_signed: { nl: 'Er is geen getekend formulier.', en: 'There is no signed form.' },
  nothing_to_copy: { nl: 'Er is geen formulier om een kopie van te maken.', en: 'There is no form to copy.' },
  other_key: {
    nl: ({ key }: { key: string }) =>
      `Er wordt vervangen door sleutel ${key}, en die staat hier niet vooraan. Zet hem vooraan en start opnieuw.`,
    en: ({ key }: { key: string }) =>
      `The change of key is to key ${key}, which is not in front here. Put it in front and start again.`,
  },
  other_client: { nl: 'Dit toezicht is van een andere cliënt.', en: 'This supervision is about another client.' },
  rotated_lately: {
    nl: ({ minutes }: { minutes: number }) =>
      `Een oude sleutel kan nog in gebruik zijn. Haal hem pas ${minutes} minuten na het vervangen weg.`,
    en: ({ minutes }: { minutes: number }) =>
      `An older key may still be at work. Take it out no sooner than ${minutes} minutes after the change.`,
  },
  other_supervisor: {
    nl: 'Dit toezicht heeft een andere toezichthouder.',
    en: 'This supervision has another supervisor.',
  },
  outside_window: {
    nl: ({ opens, closes }: Window) => `Dit kan van ${longDay('nl', opens)} tot en met ${longDay('nl', closes)}.`,
    en: ({ opens, closes }: Window) => `This can be from ${longDay('en', opens)} up to ${longDay('en', closes)}.`,
  },
  picture_too_large: {
    nl: 'Deze afbeelding heeft te veel beeldpunten. Scan het formulier met een lagere resolutie.',
    en: 'This picture has too many pixels. Scan the form at a lower resolution.',
  },
  reason_needed: {
    nl: 'Schrijf op waarom dit niet gemeld hoeft te worden.',
    en: 'Write down why this need not be reported.',
  },
  purpose_names: {
    nl: 'Hier staat een naam, nummer of geboortedag van deze persoon in. Laat die weg: wat u schrijft, blijft bij het nummer in het onderzoek staan, ook als de naam gewist is. Het telt wel als een keer kijken.',
    en: 'This has a name, number or day of birth of this person in it. Leave it out: what you write stays with the pseudonym, also after the name was erased. It does count as a look.',
  },
  purpose_too_long: {
    nl: ({ max }: { max: number }) => `Dit is te lang. Het mogen hoogstens ${max} tekens zijn.`,
    en: ({ max }: { max: number }) => `This is too long. It may be ${max} characters at most.`,
  },
  purpose_too_short: {
    nl: ({ min }: { min: number }) => `Schrijf op waarvoor, in ten minste ${min} tekens.`,
    en: ({ min }: { min: number }) => `Write down what for, in ${min} characters at least.`,
  },
  replay_running: {
    nl: 'Een ander proces speelt dit cohort nu af. Wacht tot het klaar is, en geef de opdracht dan opnieuw.',
    en: 'Another process is playing this cohort now. Wait until it has ended, then give the command again.',
  },
  required: { nl: 'Dit is nodig.', en: 'This is needed.' },
  same_person: {
    nl: 'U hebt dit formulier zelf ingevoerd. Iemand anders kijkt het na.',
    en: 'You entered this form yourself. Somebody else checks it.',
  },
  signature_damaged: {
    nl: 'Deze handtekening kwam niet goed over. Wis haar en teken opnieuw.',
    en: 'This signature did not come across. Clear it and draw again.',
  },
  signed_off_before: { nl: 'Deze maand is al ondertekend.', en: 'This month has been signed off already.' },
  supervisor_declined: { nl: 'Deze toezichthouder doet niet mee.', en: 'This supervisor does not take part.' },
  supervisor_full: {
    nl: 'Deze toezichthouder heeft al het hoogste aantal cliënten in het onderzoek.',
    en: 'This supervisor already has the most clients allowed in the study.',
  },
  supervisor_unknown: { nl: 'Er is nog geen toezichthouder bekend.', en: 'No supervisor is known yet.' },
  telephone_missing: { nl: 'Vul het telefoonnummer in.', en: 'Fill in the telephone number.' },
  too_long: {
    nl: ({ max }: { max: number }) => `Dit is te lang. Er passen ${max} tekens in.`,
    en: ({ max }: { max: number }) => `This is too long. There is room for ${max} characters.`,
  },
  telephone_shape: { nl: 'Dit is geen telefoonnummer.', en: 'This is not a telephone number.' },
  too_late: { nl: 'De termijn om te antwoorden is voorbij.', en: 'The time to answer is over.' },
  day_over: { nl: 'Deze dag is al voorbij.', en: 'This day is over already.' },
  unknown_approval: { nl: 'Deze goedkeuring is er niet.', en: 'There is no such approval.' },
  unknown_deviation: { nl: 'Deze afwijking is er niet.', en: 'There is no such deviation.' },
  unknown_location: {
    nl: 'Deze locatie komt niet voor in het register.',
    en: 'The register has no such location.',
  },
  unknown_pseudonym: { nl: 'Dit onderzoeksnummer is er niet.', en: 'There is no such research number.' },
  unknown_breach: { nl: 'Dit datalek is er niet.', en: 'There is no such breach.' },
  too_many_codes: {
    nl: ({ most, hours }: Codes) =>
      `U vroeg al ${most} codes in ${hours === 1 ? 'een uur. Wacht een uur' : 'een dag. Wacht een dag'}, en vraag dan een nieuwe.`,
    en: ({ most, hours }: Codes) =>
      `You asked for ${most} codes in one ${hours === 1 ? 'hour. Wait an hour' : 'day. Wait a day'}, then ask for a new one.`,
  },
  too_many_looks: {
    nl: ({ most }: { most: number }) => `U zag al ${most} namen in een uur. Wacht tot er weer een bij mag.`,
    en: ({ most }: { most: number }) => `You saw ${most} names in one hour. Wait until you may see another.`,
  },
  unknown_case: { nl: 'Deze zaak is er niet.', en: 'There is no such case.' },
  unknown_client: { nl: 'Deze cliënt is er niet.', en: 'There is no such client.' },
  unknown_item: { nl: 'Deze vraag hoort niet bij de lijst.', en: 'This question is not in the questionnaire.' },
  unknown_reason: { nl: 'Deze reden kent het onderzoek niet.', en: 'The study does not know this reason.' },
  unknown_criterion: { nl: 'Dit criterium kent het onderzoek niet.', en: 'The study does not know this criterion.' },
  unknown_form: { nl: 'Dit formulier kent het onderzoek niet.', en: 'The study does not know this form.' },
  unknown_scope: { nl: 'Deze toestemming kent het onderzoek niet.', en: 'The study does not know this scope.' },
  unknown_statement: {
    nl: 'In deze maand was er niets te vergelijken.',
    en: 'There was nothing to compare in this month.',
  },
  unknown_supervisor: { nl: 'Deze toezichthouder is er niet.', en: 'There is no such supervisor.' },
  unknown_wave: { nl: 'Deze meting kent het onderzoek niet.', en: 'The study does not know this wave.' },
  withdraw_altogether: {
    nl: 'Zonder deze toestemming kan de cliënt niet meedoen. Leg vast dat de cliënt helemaal stopt, en of de antwoorden blijven.',
    en: 'Without this consent the client cannot take part. Record that the client stops altogether, and whether the answers stay.',
  },
  withdrawn: { nl: 'De toestemming is ingetrokken.', en: 'Consent has been withdrawn.' },
  no_address: {
    nl: 'Dit is geen e-mailadres.',
    en: 'This is not an e-mail address.',
  },
  no_link: { nl: 'Er is geen link verstuurd die nog werkt.', en: 'No link was sent that still works.' },
  over_already: { nl: 'Dit is al voorbij.', en: 'This is over already.' },
  stands_in_for_self: {
    nl: 'Een ander moet waarnemen.',
    en: 'Somebody else has to stand in.',
  },
  supervisor_away: {
    nl: ({ until }: { until: string }) =>
      `Deze toezichthouder is er niet tot en met ${longDay('nl', until)}, en niemand neemt waar. De vraag gaat daarna uit.`,
    en: ({ until }: { until: string }) =>
      `This supervisor is away up to ${longDay('en', until)}, and nobody stands in. The question goes out after that.`,
  },
  unknown_colleague: {
    nl: 'Wij kennen dit adres niet. De coördinator zoekt uit van wie deze cliënt is.',
    en: 'We do not know this address. The coordinator finds out whose client this is.',
  },
  no_moment: {
    nl: 'Dit is geen bestaand moment. Vul een dag en een tijd in.',
    en: 'This is not an existing moment. Fill in a day and a time.',
  },
  wrong_code: {
    nl: ({ left }: { left: number }) => `Dit is niet de code. U kunt het nog ${left} keer proberen.`,
    en: ({ left }: { left: number }) =>
      `This is not the code. You can try ${left} more ${left === 1 ? 'time' : 'times'}.`,
  },
  no_day: { nl: 'Dit is geen bestaande dag.', en: 'This is not an existing day.' },
  no_number: { nl: 'Dit is geen getal.', en: 'This is not a number.' },
  nothing_answered: { nl: 'Vul ten minste één antwoord in.', en: 'Answer at least one question.' },
  refused: { nl: 'Dit kan nu niet.', en: 'This cannot be done now.' },
} satisfies Words
