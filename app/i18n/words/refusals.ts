import { longDay } from '../days'
import type { Words } from '../speak'
import { refusedAppointments } from './refused-appointments'
import { refusedBackups } from './refused-backups'
import { refusedDevices } from './refused-devices'
import { refusedEntries } from './refused-entries'
import { refusedEvents } from './refused-events'
import { refusedFiles } from './refused-files'
import { refusedForms } from './refused-forms'
import { refusedInstruments } from './refused-instruments'
import { refusedInterviewers } from './refused-interviewers'
import { refusedInterviews } from './refused-interviews'
import { refusedJobs } from './refused-jobs'
import { refusedMail } from './refused-mail'
import { refusedReleases } from './refused-releases'

type Range = { min: number; max: number }
type Window = { opens: string; closes: string }

/** Why something was not done: one sentence for each refusal of the verbs. */
export const refusals = {
  ...refusedAppointments,
  ...refusedBackups,
  ...refusedEntries,
  ...refusedDevices,
  ...refusedEvents,
  ...refusedFiles,
  ...refusedForms,
  ...refusedInterviewers,
  ...refusedInterviews,
  ...refusedInstruments,
  ...refusedJobs,
  ...refusedMail,
  ...refusedReleases,
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
  already_replayed: {
    nl: 'Dit cohort is al helemaal afgespeeld. Kies een andere map met --home om het nog eens te doen.',
    en: 'This cohort has been replayed to its end already. Choose another folder with --home to play it again.',
  },
  already_simulated: {
    nl: 'Deze studie is al nagespeeld. Kies een ander getal met --seed, of een andere map met --home.',
    en: 'This study has been simulated already. Choose another number with --seed, or another folder with --home.',
  },
  already_withdrawn: { nl: 'De toestemming was al ingetrokken.', en: 'Consent had been withdrawn already.' },
  asked_elsewhere: {
    nl: 'Deze vraag ligt nu bij een collega. U hoeft niets meer te doen.',
    en: 'This question is with a colleague now. There is nothing left for you to do.',
  },
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
  case_left: { nl: 'Deze cliënt doet niet meer mee.', en: 'This client no longer takes part.' },
  changed_meanwhile: {
    nl: 'Iemand anders heeft dit net gewijzigd. Kijk wat er nu staat, en vul uw wijziging dan opnieuw in.',
    en: 'Somebody else has changed this just now. See what it says, then make your change again.',
  },
  clock_not_moved: { nl: 'De klok kan alleen vooruit.', en: 'The clock only goes forward.' },
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
  file_empty: { nl: 'Dit bestand is leeg.', en: 'This file is empty.' },
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
  import_elsewhere: {
    nl: 'Dit bestand is al een stap verder, of het is losgelaten. Laad de bladzijde opnieuw.',
    en: 'This file is a step further already, or it was dropped. Load the page anew.',
  },
  import_running: { nl: 'Met dit bestand is al iemand bezig.', en: 'Somebody is at this file already.' },
  lost_to_wave: { nl: 'Deze cliënt is voor deze meting verloren.', en: 'This client is lost to this wave.' },
  month_not_over: {
    nl: 'Deze maand is nog niet voorbij. Hij wordt vergeleken vanaf de eerste dag erna.',
    en: 'This month is not over yet. It is compared from the first day after it.',
  },
  not_a_month: { nl: 'Kies een maand, bijvoorbeeld 2026-03.', en: 'Choose a month, for example 2026-03.' },
  not_anchored: { nl: 'Voor deze meting is nog geen venster.', en: 'There is no window for this wave yet.' },
  not_approached: { nl: 'Deze cliënt is nog niet benaderd.', en: 'This client has not been approached yet.' },
  not_inquired: { nl: 'De toezichthouder is nog niet bevraagd.', en: 'The supervisor has not been asked yet.' },
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
  other_client: { nl: 'Dit toezicht is van een andere cliënt.', en: 'This supervision is about another client.' },
  other_supervisor: {
    nl: 'Dit toezicht heeft een andere toezichthouder. Kreeg de cliënt een nieuwe? Leg die dan vast bij de zaak.',
    en: 'This supervision has another supervisor. Did the client get a new one? Then record that at the case.',
  },
  outside_window: {
    nl: ({ opens, closes }: Window) => `Dit kan van ${longDay('nl', opens)} tot en met ${longDay('nl', closes)}.`,
    en: ({ opens, closes }: Window) => `This can be from ${longDay('en', opens)} up to ${longDay('en', closes)}.`,
  },
  reason_needed: {
    nl: 'Schrijf op waarom dit niet gemeld hoeft te worden.',
    en: 'Write down why this need not be reported.',
  },
  replay_running: {
    nl: 'Een ander proces speelt dit cohort nu af. Wacht tot het klaar is, en geef de opdracht dan opnieuw.',
    en: 'Another process is playing this cohort now. Wait until it has ended, then give the command again.',
  },
  required: { nl: 'Dit is nodig.', en: 'This is needed.' },
  signed_off_before: { nl: 'Deze maand is al ondertekend.', en: 'This month has been signed off already.' },
  location_not_open: {
    nl: 'Op deze locatie mag er nu niet geworven worden: een toestemming ontbreekt.',
    en: 'Nobody may be recruited at this location now: an approval is missing.',
  },
  outside_inclusion_period: {
    nl: 'Deze cliënt is aangemeld buiten de periode waarin de regio meedoet.',
    en: 'This client was registered outside the period in which the region takes part.',
  },
  do_not_ask: { nl: 'Deze cliënt wil niet gevraagd worden.', en: 'This client does not want to be asked.' },
  supervisor_declined: { nl: 'Deze toezichthouder doet niet mee.', en: 'This supervisor does not take part.' },
  supervisor_full: {
    nl: 'Deze toezichthouder heeft al het hoogste aantal cliënten in het onderzoek.',
    en: 'This supervisor already has the most clients allowed in the study.',
  },
  supervisor_unknown: { nl: 'Er is nog geen toezichthouder bekend.', en: 'No supervisor is known yet.' },
  too_long: {
    nl: ({ max }: { max: number }) => `Dit is te lang. Er passen ${max} tekens in.`,
    en: ({ max }: { max: number }) => `This is too long. There is room for ${max} characters.`,
  },
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
  unknown_case: { nl: 'Deze zaak is er niet.', en: 'There is no such case.' },
  unknown_client: { nl: 'Deze cliënt is er niet.', en: 'There is no such client.' },
  unknown_item: { nl: 'Deze vraag hoort niet bij de lijst.', en: 'This question is not in the questionnaire.' },
  begun_on_screen: {
    nl: 'Deze lijst is al op het scherm begonnen. Ga daar verder.',
    en: 'This questionnaire was begun on the screen already. Go on there.',
  },
  knows_other_side: {
    nl: 'U hield het gesprek met deze cliënt. Laat iemand anders het papier van de toezichthouder invoeren.',
    en: 'You interviewed this client. Have somebody else type in the supervisor’s paper.',
  },
  waits_for_decision: {
    nl: 'Dit papier is al twee keer getypt en de twee verschillen. Kies bij de botsingen.',
    en: 'This paper was typed in twice and the two differ. Choose with the conflicts.',
  },
  nothing_opened: {
    nl: 'Bij dit nummer is voor deze meting niets geopend. Kijk het nummer na, of open eerst het gesprek.',
    en: 'Nothing was opened for this pseudonym and wave. Check the pseudonym, or open the interview first.',
  },
  unknown_query: { nl: 'Deze vraag over een antwoord is er niet.', en: 'There is no such query.' },
  query_not_answered: {
    nl: 'Deze vraag is nog niet beantwoord. Sluiten kan daarna.',
    en: 'This query has not been answered yet. It can be closed after that.',
  },
  not_correctable: {
    nl: 'Dit antwoord kan hier niet worden verbeterd. Alleen wie het gesprek hield, kan dat.',
    en: 'This answer cannot be corrected here. Only who held the interview can.',
  },
  incident_told: { nl: 'Dit was al vastgelegd.', en: 'This was recorded before.' },
  no_option: { nl: 'Kies een van de antwoorden.', en: 'Choose one of the answers.' },
  unknown_choice: { nl: 'Kies uit wat hier staat.', en: 'Choose from what stands here.' },
  unknown_reason: { nl: 'Deze reden kent het onderzoek niet.', en: 'The study does not know this reason.' },
  unknown_criterion: { nl: 'Dit criterium kent het onderzoek niet.', en: 'The study does not know this criterion.' },
  unknown_statement: {
    nl: 'In deze maand was er niets te vergelijken.',
    en: 'There was nothing to compare in this month.',
  },
  unknown_supervisor: { nl: 'Deze toezichthouder is er niet.', en: 'There is no such supervisor.' },
  supervisor_already: {
    nl: 'Deze toezichthouder heeft de cliënt al.',
    en: 'This supervisor has the client already.',
  },
  address_from_elsewhere: {
    nl: 'Op zo’n adres kent het onderzoek niemand. Kijk het adres na, of vul het nummer van de toezichthouder in.',
    en: 'The study knows nobody at such an address. Check the address, or fill in the pseudonym of the supervisor.',
  },
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
  nothing_failed: { nl: 'Alle berichten zijn aangekomen.', en: 'All messages have arrived.' },
  address_not_mended: {
    nl: 'Het register heeft nog geen nieuw adres doorgegeven. Verbeter het daar eerst en lees het bestand opnieuw in.',
    en: 'The register has not told a new address yet. Correct it there first and import the file again.',
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
  no_day: { nl: 'Dit is geen bestaande dag.', en: 'This is not an existing day.' },
  no_number: { nl: 'Dit is geen getal.', en: 'This is not a number.' },
  nothing_answered: { nl: 'Vul ten minste één antwoord in.', en: 'Answer at least one question.' },
  refused: { nl: 'Dit kan nu niet.', en: 'This cannot be done now.' },
} satisfies Words
