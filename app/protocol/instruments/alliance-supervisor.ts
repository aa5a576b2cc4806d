import type { Statement } from './setting'

/** What the supervisor says, parallel to the client's items (protocol §7). The wording is our own. */
export const supervisorStatements: readonly Statement[] = [
  { item: 1, nl: '{client} vindt mij een prettig mens.', en: '{client} finds me a pleasant person.' },
  {
    item: 4,
    nl: 'Het kost {client} moeite om zich aan de voorwaarden te houden.',
    en: 'It costs {client} effort to keep to the conditions.',
  },
  {
    item: 5,
    nl: 'Na een gesprek weet {client} wat er voor het volgende gesprek moet gebeuren.',
    en: 'After a talk {client} knows what has to be done before the next talk.',
  },
  {
    item: 6,
    nl: 'Ik denk dat {client} mij belangrijke dingen niet vertelt.',
    en: 'I think that {client} leaves out important things.',
  },
  { item: 7, nl: 'Ik kan {client} vertrouwen.', en: 'I can trust {client}.' },
  {
    item: 8,
    nl: 'Als {client} een afspraak niet nakomt, zeg ik daar duidelijk iets van.',
    en: 'If {client} breaks an agreement, I am clear and firm about it.',
  },
  {
    item: 10,
    nl: '{client} en ik willen met {work} hetzelfde bereiken.',
    en: '{client} and I want {work} to lead to the same result.',
  },
  {
    item: 11,
    nl: 'Als {client} iets vertelt, luister ik echt.',
    en: 'When {client} tells something, I really listen.',
  },
  {
    item: 13,
    nl: 'In de gesprekken gaat {client} vaak tegen mij in.',
    en: 'In our talks {client} often goes against me.',
  },
  {
    item: 14,
    nl: '{client} vertelt dingen mooier dan ze zijn.',
    en: '{client} makes things sound better than they are.',
  },
  {
    item: 17,
    nl: '{client} is snel weer vergeten wat we bespreken.',
    en: '{client} quickly forgets what we talk about.',
  },
  {
    item: 18,
    nl: 'Ik ben enthousiast over {client} en denk dat het goed komt.',
    en: 'I am enthusiastic about {client} and think that things will turn out well.',
  },
  {
    item: 19,
    nl: '{client} durft ook over moeilijke dingen te beginnen.',
    en: '{client} dares to bring up difficult things too.',
  },
  {
    item: 20,
    nl: 'Ik geloof dat {client} eerlijk tegen mij is.',
    en: 'I believe that {client} is honest with me.',
  },
  {
    item: 21,
    nl: '{client} voelt zich bij mij veilig genoeg om open en eerlijk te zijn.',
    en: '{client} feels safe enough with me to be open and honest.',
  },
  {
    item: 26,
    nl: '{client} en ik hebben de doelen samen gekozen.',
    en: '{client} and I chose the goals together.',
  },
  {
    item: 27,
    nl: 'Ik heb respect voor {client}, ook als ik iets afkeur.',
    en: 'I respect {client}, even when I disapprove of something.',
  },
  {
    item: 30,
    nl: 'Ik leg {client} duidelijk uit wat ik verwacht.',
    en: 'I explain clearly to {client} what I expect.',
  },
  {
    item: 32,
    nl: '{client} en ik zijn het eens over wat er anders moet.',
    en: '{client} and I agree on what has to change.',
  },
]

/** Single items of the supervisor, never part of a scale (protocol §7). */
export const supervisorSingles: readonly Statement[] = [
  {
    item: 23,
    nl: '{client} zegt dat iets zal gebeuren en doet het dan niet.',
    en: '{client} says that something will be done and then does not do it.',
  },
  { item: 24, nl: 'Een gesprek met {client} geeft mij energie.', en: 'A talk with {client} gives me energy.' },
  {
    item: 25,
    nl: 'Ik ben strenger voor {client} dan voor de meeste anderen.',
    en: 'I am stricter with {client} than with most others.',
  },
]
