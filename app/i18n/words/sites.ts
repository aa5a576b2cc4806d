import { shortDay } from '../days'
import type { Words } from '../speak'

type Days = { from: string; until: string | null }

/** Where and when may be recruited: approvals, inclusion periods, targets. */
export const sites = {
  title: { nl: 'Locaties', en: 'Sites' },
  about: {
    nl: 'Waar en wanneer geworven mag worden: goedkeuringen, perioden per regio en streefgetallen.',
    en: 'Where and when the study may recruit: approvals, periods per region and targets.',
  },
  now: { nl: 'Vandaag', en: 'Today' },
  place: { nl: 'Locatie', en: 'Location' },
  region: { nl: 'Regio', en: 'Region' },
  state: { nl: 'Stand', en: 'State' },
  open: { nl: 'open', en: 'open' },
  closed: { nl: 'dicht', en: 'closed' },
  outside: { nl: 'buiten de periode', en: 'outside its period' },
  why: { nl: 'Ontbreekt', en: 'Missing' },
  noPlaces: { nl: 'Nog geen locaties', en: 'No locations yet' },
  noPlacesAbout: {
    nl: 'Zodra het register is ingelezen staan hier de locaties.',
    en: 'As soon as the register has been read the locations stand here.',
  },
  notKept: {
    nl: 'Er is nog niets vastgelegd. Zolang dat zo is houdt niets de werving tegen.',
    en: 'Nothing has been recorded yet. As long as that is so nothing stops recruitment.',
  },
  approvals: { nl: 'Goedkeuringen', en: 'Approvals' },
  approvalsAbout: {
    nl: 'Is er één vastgelegd, dan doet een locatie pas mee als alle soorten er voor die plaats zijn. Zaken van een dichte locatie wachten en komen vanzelf terug.',
    en: 'Once one is recorded, a location takes part only when every kind is there for it. Cases of a closed location wait and come back by themselves.',
  },
  kind: { nl: 'Van wie', en: 'By whom' },
  where: { nl: 'Waar', en: 'Where' },
  everywhere: { nl: 'overal', en: 'everywhere' },
  reference: { nl: 'Kenmerk', en: 'Reference' },
  holds: { nl: 'Geldt', en: 'Holds' },
  days: {
    nl: ({ from, until }: Days) =>
      `vanaf ${shortDay('nl', from)}${until ? ` tot en met ${shortDay('nl', until)}` : ''}`,
    en: ({ from, until }: Days) => `from ${shortDay('en', from)}${until ? ` to ${shortDay('en', until)}` : ''}`,
  },
  ended: {
    nl: ({ on }: { on: string }) => `beëindigd op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `ended on ${shortDay('en', on)}`,
  },
  end: { nl: 'Beëindigen', en: 'End' },
  addApproval: { nl: 'Goedkeuring toevoegen', en: 'Add an approval' },
  onlyRegion: { nl: 'Alleen in deze regio', en: 'In this region only' },
  onlyRegionHint: { nl: 'Leeg: overal.', en: 'Empty: everywhere.' },
  onlyLocation: { nl: 'Alleen op deze locatie', en: 'At this location only' },
  onlyLocationHint: { nl: 'Leeg: in de hele regio.', en: 'Empty: in the whole region.' },
  from: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'Until and including' },
  untilHint: { nl: 'Leeg: zonder einde.', en: 'Empty: without an end.' },
  periods: { nl: 'Perioden', en: 'Periods' },
  periodsAbout: {
    nl: 'Is er één vastgelegd, dan doet een zaak mee als die is aangemeld in de periode van haar regio.',
    en: 'Once one is recorded, a case takes part when it was registered in the period of its region.',
  },
  noPeriods: { nl: 'Nog geen perioden', en: 'No periods yet' },
  noApprovals: { nl: 'Nog geen goedkeuringen', en: 'No approvals yet' },
  period: { nl: 'Periode', en: 'Period' },
  setPeriod: { nl: 'Periode instellen', en: 'Set a period' },
  published: { nl: 'Neem de perioden van het protocol over', en: 'Take over the periods of the protocol' },
  targets: { nl: 'Streefgetallen', en: 'Targets' },
  targetsAbout: {
    nl: 'Hoeveel interviews een locatie in een maand wil halen. Ze staan naast de interviews bij Respons.',
    en: 'How many interviews a location wants to reach in a month. They stand beside the interviews under Response.',
  },
  month: { nl: 'Maand', en: 'Month' },
  monthHint: { nl: 'Jaar en maand, zoals 2026-03.', en: 'Year and month, as in 2026-03.' },
  target: { nl: 'Aantal interviews', en: 'Number of interviews' },
  setTarget: { nl: 'Streefgetal instellen', en: 'Set a target' },
  choose: { nl: 'Kies', en: 'Choose' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words
