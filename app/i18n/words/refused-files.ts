import type { Words } from '../speak'

type Column = { column: string }
type Twice = { first: number; second: number }

/** Why a file with a table was not taken in, or cannot be read as somebody said. */
export const refusedFiles = {
  broken_quote: {
    nl: 'De aanhalingstekens in de kop van dit bestand horen niet bij elkaar.',
    en: 'The quotation marks in the header of this file do not pair.',
  },
  broken_off: {
    nl: 'Het versturen brak af. Wat er al was, is gewist. Stuur het bestand opnieuw.',
    en: 'Sending broke off. What was there has been erased. Send the file again.',
  },
  broken_rows: {
    nl: 'Een regel van dit bestand wil niet in de database. Wat ervoor stond, is ingelezen. Meld het de beheerder.',
    en: 'A line of this file does not go into the database. What stood before it was taken in. Tell the administrator.',
  },
  column_missing: {
    nl: ({ column }: Column) => `De kolom ${column} staat niet in dit bestand.`,
    en: ({ column }: Column) => `This file has no column ${column}.`,
  },
  column_twice: {
    nl: ({ column }: Column) => `De kolom ${column} is al voor iets anders gekozen.`,
    en: ({ column }: Column) => `The column ${column} has been chosen for something else already.`,
  },
  duplicate_column: {
    nl: ({ first, second }: Twice) =>
      `Kolom ${first} en kolom ${second} hebben hetzelfde opschrift. Geef elk een eigen naam.`,
    en: ({ first, second }: Twice) =>
      `Columns ${first} and ${second} have the same heading. Give each a name of its own.`,
  },
  field_without_column: { nl: 'Kies hiervoor een kolom.', en: 'Choose a column for this.' },
  file_gone: {
    nl: 'Het bestand is gewist. Stuur het opnieuw in.',
    en: 'The file has been erased. Hand it in again.',
  },
  heading_is_a_cell: {
    nl: 'Dit opschrift is een dag, een nummer of een adres. Zet boven de gegevens een regel met de namen van de kolommen.',
    en: 'This heading is a day, a number or an address. Put a line with the names of the columns above the rows.',
  },
  is_pdf: {
    nl: 'Dit is een PDF. Lever het bestand aan als CSV of .xlsx.',
    en: 'This is a PDF. Deliver the file as CSV or .xlsx.',
  },
  is_picture: {
    nl: 'Dit is een afbeelding. Lever het bestand aan als CSV of .xlsx.',
    en: 'This is a picture. Deliver the file as CSV or .xlsx.',
  },
  not_a_table: {
    nl: 'Dit bestand is geen tabel die wij kunnen lezen. Sla het op als CSV of .xlsx.',
    en: 'This file is no table that we can read. Save it as CSV or .xlsx.',
  },
  old_or_locked_workbook: {
    nl: 'Dit is een oud Excel-bestand (.xls), of een bestand met een wachtwoord. Sla het op als .xlsx, zonder wachtwoord.',
    en: 'This is an old Excel file (.xls), or one with a password. Save it as .xlsx, without a password.',
  },
  only_a_header: {
    nl: 'Dit bestand heeft alleen een kop en geen regels eronder.',
    en: 'This file has a header only, and no lines below it.',
  },
  row_too_long: {
    nl: 'De kop van dit bestand is langer dan een miljoen tekens.',
    en: 'The header of this file is longer than a million characters.',
  },
  too_many_columns: {
    nl: ({ max }: { max: number }) => `Dit bestand heeft te veel kolommen. Het mogen er hoogstens ${max} zijn.`,
    en: ({ max }: { max: number }) => `This file has too many columns. There may be ${max} at most.`,
  },
  too_many_rows: {
    nl: 'Zo veel regels van deze soort kunnen niet in één keer. Deel het bestand en lever de delen na elkaar aan.',
    en: 'So many lines of this kind cannot be taken at once. Divide the file and hand the parts in one after the other.',
  },
  two_files: { nl: 'Stuur één bestand tegelijk.', en: 'Send one file at a time.' },
  unknown_field: { nl: 'Dit veld kent het onderzoek niet.', en: 'The study does not know this field.' },
  unknown_meaning: {
    nl: 'Een betekenis die hier gekozen is, kent het onderzoek niet.',
    en: 'The study does not know a meaning that was chosen here.',
  },
  unknown_sheet: { nl: 'Dit werkblad staat niet in het bestand.', en: 'The file has no such sheet.' },
  unreadable_character: {
    nl: 'In de kop staat een teken dat niet te lezen is. Kies een andere tekencodering.',
    en: 'The header has a character that cannot be read. Choose another encoding.',
  },
  workbook_damaged: {
    nl: 'Dit .xlsx-bestand is niet heel. Open het en sla het opnieuw op.',
    en: 'This .xlsx file is not whole. Open it and save it again.',
  },
  xlsx_too_large: {
    nl: ({ max }: { max: number }) =>
      `Een .xlsx-bestand mag hoogstens ${max} MB zijn. Sla het op als CSV; dat mag veel groter zijn.`,
    en: ({ max }: { max: number }) =>
      `An .xlsx file may be ${max} MB at most. Save it as CSV, which may be much larger.`,
  },
  xlsx_unfolds_too_far: {
    nl: 'Dit .xlsx-bestand wordt bij het uitpakken te groot. Sla het op als CSV.',
    en: 'This .xlsx file becomes too large when it is unpacked. Save it as CSV.',
  },
  zip_not_xlsx: {
    nl: 'Dit is een zip-bestand en geen .xlsx. Pak het uit en kies het bestand dat erin zit.',
    en: 'This is a zip file and no .xlsx. Unpack it and choose the file inside.',
  },
  unknown_mapping: {
    nl: 'Onder deze naam is voor zulke bestanden niets bewaard.',
    en: 'Nothing was kept under this name for such files.',
  },
} satisfies Words
