/** Why nothing was done about a release. */
export const refusedReleases = {
  release_elsewhere: {
    nl: 'Deze vrijgave is al verder of is er niet. Kijk op de pagina hoe die er nu voor staat.',
    en: 'This release is further on already or does not exist. See on the page how it stands now.',
  },
  same_person: {
    nl: 'U hebt deze vrijgave zelf gevraagd. Iemand anders moet erover beslissen.',
    en: 'You asked for this release yourself. Somebody else has to decide about it.',
  },
  override_needed: {
    nl: ({ min }: { min: number }) =>
      `In deze vrijgave zijn mensen te herkennen. Schrijf in ten minste ${min} tekens waarom die toch mag, of keur haar af.`,
    en: ({ min }: { min: number }) =>
      `People can be recognised in this release. Write in at least ${min} characters why it may go all the same, or turn it down.`,
  },
  nobody_in_it: {
    nl: 'Er is niemand van wie iets mag worden vrijgegeven. Kijk naar de toestemmingen en naar wie u hebt gekozen.',
    en: 'There is nobody of whom anything may be released. Look at the consents, and at whom you chose.',
  },
  broken_off: {
    nl: 'Het maken van de bestanden is afgebroken voordat ze er allemaal waren. Vraag de vrijgave opnieuw.',
    en: 'Making the files was broken off before all of them were there. Ask for the release again.',
  },
  broken_release: {
    nl: 'De bestanden konden niet worden gemaakt. Vraag de vrijgave opnieuw; gaat het weer mis, meld het dan aan de beheerder.',
    en: 'The files could not be made. Ask for the release again; if it fails again, tell the administrator.',
  },
  files_gone: {
    nl: 'De bestanden zijn weg, want van iemand in deze vrijgave zijn gegevens gewist. Vraag een nieuwe vrijgave.',
    en: 'The files are gone, since data of somebody in this release were erased. Ask for a new release.',
  },
  no_manifest: {
    nl: 'In deze map staat geen manifest.json van een vrijgave. Noem de map waarin de bestanden van de vrijgave staan.',
    en: 'There is no manifest.json of a release in this folder. Name the folder that the files of the release stand in.',
  },
  no_folder_there: {
    nl: 'Daar kan geen map zijn: er staat een bestand, of u mag er niets schrijven. Noem een andere map.',
    en: 'There can be no folder there: a file stands there, or you may not write there. Name another folder.',
  },
  folder_taken: {
    nl: 'In deze map staat al iets anders dan een vrijgave. Noem een lege map of een die er nog niet is.',
    en: 'There is something else than a release in this folder. Name an empty one, or one that is not there yet.',
  },
} as const
