import type { Plain } from '../speak'

/** Why a row of a file was refused, beyond what the verbs refuse: what is wrong in the column, and what to write instead. */
export const badValues = {
  required: { nl: 'Dit veld is leeg. Vul het in.', en: 'This field is empty. Fill it in.' },
  not_a_day: {
    nl: 'Dit is geen bestaande dag. Schrijf jjjj-mm-dd, of dd-mm-jjjj in een registerbestand.',
    en: 'This is no existing day. Write yyyy-mm-dd, or dd-mm-yyyy in a register file.',
  },
  day_out_of_reach: {
    nl: 'Deze dag ligt in de toekomst, of jaren van de registratiedagen. Controleer het jaartal.',
    en: 'This day lies in the future, or years away from the days of registration. Check the year.',
  },
  not_a_code: {
    nl: 'Dit is geen code. Schrijf een nummer of code zoals I07, en geen naam.',
    en: 'This is no code. Write a number or a code such as I07, and no name.',
  },
  not_a_number: {
    nl: 'Dit is geen heel getal. Schrijf alleen cijfers.',
    en: 'This is no whole number. Write digits only.',
  },
  out_of_range: {
    nl: 'Dit getal kan hier niet. Kijk het na in het formulier.',
    en: 'This number cannot stand here. Check it against the form.',
  },
  unknown_value: {
    nl: 'Dit woord kent dit veld niet. Gebruik een van de woorden uit de beschrijving van het bestand.',
    en: 'This field does not know this word. Use one of the words that the description of the file lists.',
  },
  duplicate_in_file: {
    nl: 'Dit toezichtnummer stond al eerder in het bestand, met andere gegevens. Houd één regel over.',
    en: 'This supervision number stood in the file before, with other facts. Keep one line.',
  },
  unknown_supervision: {
    nl: 'Dit toezicht staat niet in het register. Controleer het nummer, of voeg het toezicht toe.',
    en: 'The register has no such supervision. Check the number, or add the supervision.',
  },
  wrong_number_of_columns: {
    nl: 'Deze regel heeft meer of minder velden dan de kop. Kijk of er een scheidingsteken te veel of te weinig is.',
    en: 'This line has more or fewer fields than the header. Look for a separator too many or too few.',
  },
  too_long: {
    nl: 'Deze tekst is te lang. Kijk of hij in de goede kolom staat.',
    en: 'This text is too long. See whether it stands in the right column.',
  },
  cell_error: {
    nl: 'Hier staat een fout van het rekenblad, zoals #N/B. Herstel de formule, of vul de waarde in.',
    en: 'An error of the spreadsheet stands here, such as #N/A. Mend the formula, or fill in the value.',
  },
  broken_quote: {
    nl: 'De aanhalingstekens op deze regel horen niet bij elkaar. Haal het losse aanhalingsteken weg.',
    en: 'The quotation marks on this line do not pair. Take the single one out.',
  },
  row_too_long: {
    nl: 'Deze regel is langer dan een miljoen tekens. Kijk of er een regeleinde ontbreekt.',
    en: 'This line is longer than a million characters. See whether a line end is missing.',
  },
  unreadable_character: {
    nl: 'Op deze regel staat een teken dat niet te lezen is. Typ het opnieuw, of kies een andere tekencodering.',
    en: 'A character on this line cannot be read. Type it again, or choose another encoding.',
  },
  rest_unreadable: {
    nl: 'Vanaf deze regel is het bestand niet te lezen. Sla het opnieuw op en lever het opnieuw aan.',
    en: 'From this line on the file cannot be read. Save it again and deliver it again.',
  },
} satisfies Record<string, Plain>

/** Why the study refused a row that can be read: the rule in words that need nothing of the row, and what to do. */
export const refusedByStudy = {
  already_answered: {
    nl: 'Van deze zaak is deze vragenlijst er al. Houd één regel over.',
    en: 'This questionnaire of this case is there already. Keep one line.',
  },
  already_held: {
    nl: 'Dit gesprek is al gehouden. Kijk of de regel dubbel staat.',
    en: 'This interview has been held already. See whether the line stands twice.',
  },
  already_recorded: {
    nl: 'Dit staat al op deze dag. Kijk of de regel dubbel staat, of herstel de dag.',
    en: 'This stands on this day already. See whether the line stands twice, or mend the day.',
  },
  already_replied: {
    nl: 'Op deze vraag is al geantwoord. Houd één regel over.',
    en: 'This question has been answered already. Keep one line.',
  },
  already_signed: {
    nl: 'Dit formulier is al getekend. Kijk of de regel dubbel staat.',
    en: 'This form has been signed already. See whether the line stands twice.',
  },
  before_inquiry: {
    nl: 'Deze dag ligt vóór de vraag aan de toezichthouder. Controleer de dag.',
    en: 'This day lies before the supervisor was asked. Check the day.',
  },
  before_opening: {
    nl: 'Deze dag ligt vóór het gesprek of de link. Controleer de dag.',
    en: 'This day lies before the interview or the link. Check the day.',
  },
  before_reply: {
    nl: 'Het volgende gesprek ligt vóór het antwoord. Controleer beide dagen.',
    en: 'The next talk lies before the reply. Check both days.',
  },
  before_start: {
    nl: 'Deze dag ligt vóór het begin van het toezicht. Controleer de dag en het nummer.',
    en: 'This day lies before supervision began. Check the day and the number.',
  },
  before_window: {
    nl: 'Op deze dag was het venster van de meting nog niet open. Controleer de dag.',
    en: "On this day the wave's window had not opened yet. Check the day.",
  },
  after_known_to: {
    nl: 'Deze dag ligt na de laatste dag die het bestand kent. Controleer de dag, of zeg dat het bestand later weet.',
    en: 'This day lies after the last one that the file knows. Check the day, or say that the file knows a later one.',
  },
  case_left: {
    nl: 'Deze zaak was al afgevallen. Controleer het nummer en de volgorde van de dagen.',
    en: 'This case had left already. Check the number and the order of the days.',
  },
  contacts_outside_rule: {
    nl: 'Na zoveel contacten mag het gesprek niet worden gehouden. Controleer het aantal met de interviewer.',
    en: 'The interview may not be held after so many contacts. Check the count with the interviewer.',
  },
  linkage_refused: {
    nl: 'Deze cliënt wil geen koppeling met het register. Er is niets van bewaard; laat de regel weg.',
    en: 'This client does not want linkage with the register. Nothing of it was kept; leave the line out.',
  },
  lost_to_wave: {
    nl: 'Deze cliënt is voor deze meting al verloren gemeld. Laat één van beide regels weg.',
    en: 'This client was reported lost to this wave. Leave one of the two lines out.',
  },
  no_consent: {
    nl: 'Er is hiervoor geen getekende toestemming. Lever het formulier aan, of laat de regel weg.',
    en: 'There is no signed consent for this. Deliver the form, or leave the line out.',
  },
  not_anchored: {
    nl: 'Er is geen eerste gesprek waarop deze meting volgt. Lever dat eerst aan.',
    en: 'There is no first interview for this wave to follow. Deliver that first.',
  },
  not_approached: {
    nl: 'Deze cliënt is niet benaderd. Controleer het nummer en het antwoord van de toezichthouder.',
    en: "This client was not approached. Check the number and the supervisor's reply.",
  },
  not_inquired: {
    nl: 'Over dit toezicht is niets gevraagd. Controleer het nummer en de status in het register.',
    en: 'Nothing was asked about this supervision. Check the number and its status in the register.',
  },
  not_open: {
    nl: 'Deze vragenlijst stond niet open: er is geen gesprek of link. Controleer het nummer en de dag.',
    en: 'This questionnaire was not open: there is no interview or link. Check the number and the day.',
  },
  other_client: {
    nl: 'Dit toezicht staat op naam van een andere cliënt. Controleer het clientnummer en het toezichtnummer.',
    en: 'This supervision is about another client. Check the number of the client and of the supervision.',
  },
  other_supervisor: {
    nl: 'Dit toezicht heeft een andere toezichthouder. Controleer het personeelsnummer. Kreeg de cliënt een nieuwe? Leg die dan vast bij de zaak.',
    en: 'This supervision has another supervisor. Check the staff number. Did the client get a new one? Then record that at the case.',
  },
  outside_window: {
    nl: 'Deze dag ligt buiten het venster van de meting. Controleer de dag.',
    en: "This day lies outside the wave's window. Check the day.",
  },
  too_late: {
    nl: 'Dit antwoord kwam na de laatste dag die telt. Controleer de dag; klopt die, laat de regel dan weg.',
    en: 'This answer came after the last day that counts. Check the day; if it is right, leave the line out.',
  },
  took_no_part: {
    nl: 'Deze cliënt is niet geïnterviewd; er is niets van bewaard. Controleer het nummer, of laat de regel weg.',
    en: 'This client was not interviewed; nothing of it was kept. Check the number, or leave the line out.',
  },
  unknown_event: {
    nl: 'Deze gebeurtenis kent het onderzoek niet. Gebruik een woord uit de beschrijving van het bestand.',
    en: 'The study does not know this event. Use one of the words that the description of the file lists.',
  },
  unknown_kind: {
    nl: 'Deze soort hoort niet bij de gebeurtenis. Gebruik een woord uit de beschrijving van het bestand.',
    en: 'This kind does not belong to the event. Use one of the words that the description of the file lists.',
  },
  unknown_reason: {
    nl: 'Deze reden kent het onderzoek hier niet. Gebruik een woord uit de beschrijving van het bestand.',
    en: 'The study does not know this reason here. Use one of the words that the description of the file lists.',
  },
  withdrawn: {
    nl: 'De toestemming is ingetrokken. Laat de regel weg.',
    en: 'Consent has been withdrawn. Leave the line out.',
  },
} satisfies Record<string, Plain>

/** Why a whole file cannot be used: nothing of it, or of the files beside it, was taken in. */
export const badFiles = {
  file_missing: {
    nl: 'dit bestand ontbreekt. Zet het in de map.',
    en: 'this file is missing. Put it into the folder.',
  },
  file_empty: { nl: 'dit bestand is leeg. Lever het opnieuw aan.', en: 'this file is empty. Deliver it again.' },
  wrong_encoding: {
    nl: 'dit bestand heeft een andere tekencodering dan verwacht (register: Windows-1252, andere: UTF-8). Sla het zo op.',
    en: 'this file is in another encoding than expected (register: Windows-1252, others: UTF-8). Save it that way.',
  },
  file_unreadable: {
    nl: 'dit bestand is niet te lezen als CSV. Controleer aanhalingstekens en rechten.',
    en: 'this file cannot be read as CSV. Check its quotes and its permissions.',
  },
  column_missing: { nl: 'deze kolommen ontbreken:', en: 'these columns are missing:' },
} satisfies Record<string, Plain>
