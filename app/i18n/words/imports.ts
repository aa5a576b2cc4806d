import type { Plain } from '../speak'

/** Why a row of a file was refused, beyond what the verbs refuse: what is wrong in the column, and what to write instead. */
export const badValues = {
  required: { nl: 'Dit veld is leeg. Vul het in.', en: 'This field is empty. Fill it in.' },
  not_a_day: {
    nl: 'Dit is geen bestaande dag. Schrijf jjjj-mm-dd, of dd-mm-jjjj in een registerbestand.',
    en: 'This is no existing day. Write yyyy-mm-dd, or dd-mm-yyyy in a register file.',
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
  unknown_supervision: {
    nl: 'Dit toezicht staat niet in het register. Controleer het nummer, of voeg het toezicht toe.',
    en: 'The register has no such supervision. Check the number, or add the supervision.',
  },
  wrong_number_of_columns: {
    nl: 'Deze regel heeft meer of minder velden dan de kop. Kijk of er een scheidingsteken te veel of te weinig is.',
    en: 'This line has more or fewer fields than the header. Look for a separator too many or too few.',
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
