import { longDay } from '../days'
import type { Words } from '../speak'

type Codes = { most: number; hours: number }

/** Why something with names, forms, codes or keys was not done (protocol §6). */
export const refusedForms = {
  already_handed_out: {
    nl: 'Deze brief is in deze taal al gegeven.',
    en: 'This letter has been handed out in this language already.',
  },
  already_signed: { nl: 'Dit formulier is al getekend.', en: 'This form has been signed already.' },
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
  client_not_signed: { nl: 'De cliënt heeft nog niet getekend.', en: 'The client has not signed yet.' },
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
  file_damaged: {
    nl: 'Dit bestand is niet heel. Scan of fotografeer het formulier opnieuw.',
    en: 'This file is not whole. Scan or photograph the form again.',
  },
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
  interviewer_not_signed: { nl: 'De interviewer heeft nog niet getekend.', en: 'The interviewer has not signed yet.' },
  late_without_reason: {
    nl: 'Dit is later dan 72 uur na de ontdekking. Schrijf op waarom: de AVG vraagt daarom.',
    en: 'This is more than 72 hours after the discovery. Write down why: the GDPR asks for it.',
  },
  no_check_wanted: { nl: 'Dit formulier hoeft niet nagekeken te worden.', en: 'This form waits for no check.' },
  name_differs: {
    nl: 'Dit is niet de naam van uw account. Typ uw naam zoals die bovenaan de pagina staat.',
    en: 'This is not the name of your account. Type your name as it stands at the top of the page.',
  },
  name_gone: { nl: 'Deze naam is verwijderd.', en: 'This name has been deleted.' },
  no_consent: { nl: 'Hiervoor is geen toestemming.', en: 'There is no consent for this.' },
  no_letter: { nl: 'Op deze dag geldt geen brief.', en: 'No letter is valid on this day.' },
  no_rotation: { nl: 'Er wordt geen sleutel vervangen.', en: 'No change of key is under way.' },
  no_scan_wanted: { nl: 'Dit formulier wacht niet op een scan.', en: 'This form waits for no scan.' },
  not_drawn: { nl: 'Dit is te weinig voor een handtekening.', en: 'This is too little for a signature.' },
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
  rotated_lately: {
    nl: ({ minutes }: { minutes: number }) =>
      `Een oude sleutel kan nog in gebruik zijn. Haal hem pas ${minutes} minuten na het vervangen weg.`,
    en: ({ minutes }: { minutes: number }) =>
      `An older key may still be at work. Take it out no sooner than ${minutes} minutes after the change.`,
  },
  picture_too_large: {
    nl: 'Deze afbeelding heeft te veel beeldpunten. Scan het formulier met een lagere resolutie.',
    en: 'This picture has too many pixels. Scan the form at a lower resolution.',
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
  same_person: {
    nl: 'U hebt dit formulier zelf ingevoerd. Iemand anders kijkt het na.',
    en: 'You entered this form yourself. Somebody else checks it.',
  },
  signature_damaged: {
    nl: 'Deze handtekening kwam niet goed over. Wis haar en teken opnieuw.',
    en: 'This signature did not come across. Clear it and draw again.',
  },
  telephone_missing: { nl: 'Vul het telefoonnummer in.', en: 'Fill in the telephone number.' },
  telephone_shape: { nl: 'Dit is geen telefoonnummer.', en: 'This is not a telephone number.' },
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
  unknown_form: { nl: 'Dit formulier kent het onderzoek niet.', en: 'The study does not know this form.' },
  unknown_scope: { nl: 'Deze toestemming kent het onderzoek niet.', en: 'The study does not know this scope.' },
  wrong_code: {
    nl: ({ left }: { left: number }) => `Dit is niet de code. U kunt het nog ${left} keer proberen.`,
    en: ({ left }: { left: number }) =>
      `This is not the code. You can try ${left} more ${left === 1 ? 'time' : 'times'}.`,
  },
} satisfies Words
