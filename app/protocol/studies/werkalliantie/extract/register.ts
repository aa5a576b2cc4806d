import { day } from '../../../day'
import type { Extract } from '../../../extract/extract'
import { gender, modality, riskCategory, status, yesOrNo } from './choices'
import { covariates } from './covariates'
import { field, since, supervisionNumber } from './fields'

const place = { as: 'text', max: 80 } as const

/** The register's new supervisions (§2, step 1): names to identity, the rest to the study. */
export const registerExtract: Extract = {
  kind: 'register',
  label: { nl: 'Instroom uit het register', en: 'New supervisions of the register' },
  number: 'supervision_number',
  day: 'registered_on',
  fields: [
    field('client_number', ['Clientnummer', 'Client number', 'Cliëntnr', 'Client id', 'Cliëntid', 'Clientno'], {
      reads: { as: 'text', max: 40 },
      required: true,
      named: true,
    }),
    field('surname', ['Achternaam', 'Surname', 'Last name', 'Family name', 'Naam cliënt', 'Client surname'], {
      reads: { as: 'text', max: 200 },
      required: true,
      named: true,
    }),
    field('initials', ['Voorletters', 'Initials', 'Voorletter', 'Initialen'], {
      reads: { as: 'text', max: 40 },
      required: true,
      named: true,
    }),
    field('gender', ['Geslacht', 'Gender', 'Sex'], { reads: gender, required: true }),
    field('born_on', ['Geboortedatum', 'Date of birth', 'Birth date', 'Geboortedag', 'Geb. datum', 'Born on', 'DOB'], {
      reads: { as: 'day', from: day('1900-01-01') },
      required: true,
      named: true,
    }),
    supervisionNumber,
    field(
      'registered_on',
      [
        'Registratiedatum',
        'Date of registration',
        'Registration date',
        'Datum registratie',
        'Registered on',
        'Datum aanmelding',
        'Aanmelddatum',
      ],
      { reads: { as: 'day', from: since }, required: true },
    ),
    field(
      'started_on',
      [
        'Startdatum toezicht',
        'Start of supervision',
        'Startdatum',
        'Start date',
        'Begindatum',
        'Begindatum toezicht',
        'Datum start',
        'Started on',
      ],
      { reads: { as: 'day', from: since } },
    ),
    field('modality', ['Modaliteit', 'Modality', 'Juridisch kader', 'Legal framework', 'Titel'], {
      reads: modality,
      required: true,
    }),
    field('supervision_level', ['Toezichtniveau', 'Supervision level', 'Niveau', 'Level', 'Niveau toezicht'], {
      reads: { as: 'whole', min: 1, max: 3 },
    }),
    field('risk_category', ['RISc', 'Risk category', 'Risicocategorie', 'Risico', 'Risk', 'RISc categorie'], {
      reads: riskCategory,
    }),
    field('electronic_monitoring', ['Elektronisch toezicht', 'Electronic monitoring', 'ET', 'Enkelband'], {
      reads: yesOrNo,
      required: true,
    }),
    field(
      'penitentiary_programme',
      ['Penitentiair programma', 'Penitentiary programme', 'PP', 'Penitentiary program'],
      {
        reads: yesOrNo,
        required: true,
      },
    ),
    field('organisation', ['Organisatie', 'Organisation', 'Organization', 'Instelling'], {
      reads: place,
      required: true,
    }),
    field('region', ['Regio', 'Region'], { reads: place, required: true }),
    field('location', ['Locatie', 'Location', 'Vestiging', 'Kantoor', 'Office', 'Unit'], {
      reads: place,
      required: true,
    }),
    field(
      'supervisor_number',
      [
        'Personeelsnummer',
        'Staff number',
        'Personeelsnr',
        'Toezichthoudernummer',
        'Medewerkernummer',
        'Supervisor number',
        'Employee number',
      ],
      { reads: { as: 'text', max: 40 }, required: true, named: true },
    ),
    field(
      'supervisor_name',
      ['Toezichthouder', 'Supervisor', 'Naam toezichthouder', 'Supervisor name', 'Reclasseringswerker'],
      {
        reads: { as: 'text', max: 200 },
        required: true,
        named: true,
      },
    ),
    field(
      'supervisor_email',
      [
        'E-mail toezichthouder',
        'E-mail of supervisor',
        'E-mail',
        'E-mailadres',
        'E-mailadres toezichthouder',
        'Supervisor email',
        'Mail toezichthouder',
      ],
      { reads: { as: 'text', max: 254, like: 'email' }, required: true, named: true },
    ),
    field('status', ['Status', 'State', 'Status toezicht', 'Supervision status'], { reads: status, required: true }),
    ...covariates,
  ],
}
