/** Why a back-up was not made, or not restored. */
export const refusedBackups = {
  backup_damaged: {
    nl: 'Dit bestand is geen hele back-up: het is afgebroken of veranderd.',
    en: 'This file is no whole back-up: it was cut off or changed.',
  },
  backup_wrong_key: {
    nl: 'Deze sleutel opent de back-up niet: hij is voor een andere sleutel gemaakt, of het begin van het bestand is beschadigd.',
    en: 'This key does not open the back-up: it was made for another one, or the beginning of the file is damaged.',
  },
  backup_form: {
    nl: 'Deze back-up heeft een vorm die deze versie niet kent. Gebruik een nieuwere versie van Koppel.',
    en: 'This back-up has a form that this version does not know. Use a newer version of Koppel.',
  },
  backup_newer: {
    nl: ({ version }: { version: string }) =>
      `Deze back-up is van versie ${version}, die nieuwer is. Gebruik die versie.`,
    en: ({ version }: { version: string }) =>
      `This back-up is of version ${version}, which is newer. Use that version.`,
  },
  unknown_migration: {
    nl: ({ migration }: { migration: string }) =>
      `Deze back-up heeft migratie ${migration}, die deze versie niet kent.`,
    en: ({ migration }: { migration: string }) =>
      `This back-up has migration ${migration}, which this version does not know.`,
  },
  other_migration: {
    nl: ({ migration }: { migration: string }) =>
      `Migratie ${migration} is in deze versie een andere dan in de back-up. Zet terug met de versie die de back-up maakte.`,
    en: ({ migration }: { migration: string }) =>
      `Migration ${migration} of this version is not that of the back-up. Restore with the version that made the back-up.`,
  },
  restored_otherwise: {
    nl: ({ tables }: { tables: string }) =>
      `Na het terugzetten staat er iets anders in ${tables}. Er is niets bewaard.`,
    en: ({ tables }: { tables: string }) => `After the restore something else stands in ${tables}. Nothing was kept.`,
  },
  audit_broken: {
    nl: 'Het audit-spoor klopt niet na het terugzetten. Er is niets bewaard.',
    en: 'The audit trail is not whole after the restore. Nothing was kept.',
  },
  vault_closed: {
    nl: ({ columns }: { columns: string }) => `De kluis gaat niet open: ${columns}. Er is niets bewaard.`,
    en: ({ columns }: { columns: string }) => `The vault does not open: ${columns}. Nothing was kept.`,
  },
  stopped_early: {
    nl: 'Afgebroken op verzoek. Er is niets bewaard.',
    en: 'Stopped as asked. Nothing was kept.',
  },
  secret_needed: {
    nl: 'Het geheim zit niet in deze back-up. Zet KOPPEL_SECRET, of leg het bestand secret in de map.',
    en: 'The secret is not in this back-up. Set KOPPEL_SECRET, or put the file secret into the home.',
  },
  other_secret: {
    nl: 'De namen in deze back-up zijn met een ander geheim verzegeld. Zet KOPPEL_SECRET op dat geheim.',
    en: 'The names in this back-up were sealed with another secret. Set KOPPEL_SECRET to that one.',
  },
  home_in_use: {
    nl: ({ home }: { home: string }) => `In ${home} liggen al andere sleutels. Kies een lege map.`,
    en: ({ home }: { home: string }) => `There are other keys in ${home} already. Choose an empty home.`,
  },
  not_empty: {
    nl: 'Deze database is al in gebruik. Terugzetten kan alleen in een lege.',
    en: 'This database is in use already. A restore needs an empty one.',
  },
  restore_under_way: {
    nl: 'Er wordt al in deze database teruggezet.',
    en: 'A restore into this database is under way.',
  },
  no_backup: {
    nl: 'Er is nog geen back-up.',
    en: 'There is no back-up yet.',
  },
  no_owner: {
    nl: 'Hiervoor is DATABASE_URL nodig, het adres van de eigenaar.',
    en: "DATABASE_URL, the owner's address, is needed for this.",
  },
  no_recipient: {
    nl: 'Voor wie? Noem een ontvanger (age1…), zet KOPPEL_BACKUP_RECIPIENT, of maak een sleutel met koppel backup key.',
    en: 'For whom? Name a recipient (age1…), set KOPPEL_BACKUP_RECIPIENT, or make a key with koppel backup key.',
  },
  bad_recipient: {
    nl: ({ recipient }: { recipient: string }) =>
      `${recipient} is geen ontvanger: die begint met age1 en komt van koppel backup key.`,
    en: ({ recipient }: { recipient: string }) =>
      `${recipient} is no recipient: one begins with age1 and comes from koppel backup key.`,
  },
  bad_identity: {
    nl: ({ file }: { file: string }) => `${file} is geen sleutelbestand van koppel backup key of age-keygen.`,
    en: ({ file }: { file: string }) => `${file} is no key file of koppel backup key or age-keygen.`,
  },
  identity_open: {
    nl: ({ file }: { file: string }) => `Anderen kunnen ${file} lezen. Doe eerst: chmod 600 ${file}`,
    en: ({ file }: { file: string }) => `Others can read ${file}. Do first: chmod 600 ${file}`,
  },
  file_exists: {
    nl: ({ file }: { file: string }) => `${file} bestaat al. Kies een andere naam, of haal dat bestand eerst weg.`,
    en: ({ file }: { file: string }) => `${file} is there already. Choose another name, or take that file away first.`,
  },
  no_folder: {
    nl: ({ file }: { file: string }) => `De map van ${file} is er niet. Maak die eerst.`,
    en: ({ file }: { file: string }) => `The folder of ${file} is not there. Make it first.`,
  },
}
