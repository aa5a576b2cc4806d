import type { Choice, Meaning } from '../../../extract/extract'
import type { Reason } from '../../../study'

/** What a choice can mean: by meaning its words in Dutch and English, and how else files write it. */
export type Spelled = Readonly<Record<string, readonly [nl: string, en: string, ...words: string[]]>>

export const choice = (spelled: Spelled): Choice => ({
  as: 'choice',
  meanings: Object.fromEntries(
    Object.entries(spelled).map(([meaning, [nl, en, ...words]]): [string, Meaning] => [
      meaning,
      { label: { nl, en }, words: [meaning, nl, en, ...words] },
    ]),
  ),
})

/** The reasons of a step of the study, by code or in its words. */
export const reasonChoice = (reasons: Readonly<Record<string, Reason>>): Choice =>
  choice(Object.fromEntries(Object.entries(reasons).map(([code, { nl, en }]) => [code, [nl, en]])))

export const yesOrNo = choice({
  yes: ['Ja', 'Yes', 'J', 'Y', '1', 'waar', 'true', 'WAAR'],
  no: ['Nee', 'No', 'N', '0', 'onwaar', 'false'],
})

export const gender = choice({
  male: ['Man', 'Male', 'M', 'mannelijk'],
  female: ['Vrouw', 'Female', 'V', 'F', 'vrouwelijk'],
  other: ['Anders', 'Other', 'X', 'O'],
})

/** §2.1, 1: a conditional sanction, of whichever form. */
export const modality = choice({
  conditional: [
    'Voorwaardelijke sanctie',
    'Conditional sanction',
    'Voorwaardelijke veroordeling',
    'Voorwaardelijke schorsing',
    'Schorsing voorlopige hechtenis',
    'Voorwaardelijke invrijheidstelling',
    'Suspended sentence',
    'Suspension of pre-trial detention',
    'Conditional release',
    'VV',
    'VI',
  ],
  other: ['Anders', 'Other', 'Overig'],
})

export const riskCategory = choice({
  low: ['Laag', 'Low'],
  low_medium: ['Laag gemiddeld', 'Low-medium', 'laag tot gemiddeld'],
  high_medium: ['Hoog gemiddeld', 'High-medium', 'gemiddeld tot hoog'],
  high: ['Hoog', 'High'],
})

export const status = choice({
  running: ['Lopend', 'Running', 'Loopt', 'Gestart', 'Started', 'Actief', 'Active'],
  not_started: ['Niet gestart', 'Not started', 'Nog niet gestart'],
  waiting_list: ['Wachtlijst', 'Waiting list', 'Op wachtlijst', 'Wacht'],
})

/** Groups only: what a register says of an offence in its own words can tell who it was. */
export const offence = choice({
  violence: ['Geweld', 'Violence', 'Geweldsdelict', 'Geweldsmisdrijf'],
  sexual: ['Zeden', 'Sexual offence', 'Zedendelict', 'Zedenmisdrijf', 'Sexual'],
  property: ['Vermogen', 'Property', 'Vermogensdelict', 'Vermogensmisdrijf', 'Diefstal', 'Theft'],
  property_with_violence: [
    'Vermogen met geweld',
    'Property with violence',
    'Diefstal met geweld',
    'Robbery',
    'Overval',
  ],
  public_order: [
    'Vernieling en openbare orde',
    'Damage and public order',
    'Vernieling',
    'Openbare orde',
    'Public order',
  ],
  drugs: ['Drugs', 'Opiumwet', 'Drugsdelict', 'Drug offence'],
  traffic: ['Verkeer', 'Traffic', 'Verkeersdelict', 'Verkeersmisdrijf'],
  weapons: ['Wapens', 'Weapons', 'Wapens en munitie', 'Vuurwapens'],
  other: ['Anders', 'Other', 'Overig', 'Overige'],
})

/** What an interviewer met with (§2, step 5). */
export const encounter = choice({
  no_show: ['Niet verschenen', 'No-show', 'Niet gekomen', 'Did not appear'],
  refused: ['Wil niet meedoen', 'Refused', 'Geweigerd', 'Weigering', 'Wil niet'],
  not_held: ['Niet doorgegaan', 'Not held', 'Kon niet'],
  interviewed: ['Interview gehouden', 'Interviewed', 'Afgenomen', 'Gehouden', 'Held'],
})
