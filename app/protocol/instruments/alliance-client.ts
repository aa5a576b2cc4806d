import type { Statement } from './setting'

/** What the client says (protocol §7). The wording is our own, in plain language; the content is that of the numbered item. */
export const clientStatements: readonly Statement[] = [
  { item: 1, nl: '{professional} vindt mij een prettig mens.', en: '{professional} finds me a pleasant person.' },
  {
    item: 4,
    nl: 'Het kost mij moeite om me aan de voorwaarden te houden.',
    en: 'It costs me effort to keep to the conditions.',
  },
  {
    item: 5,
    nl: 'Na een gesprek weet ik wat ik voor het volgende gesprek moet doen.',
    en: 'After a talk I know what I have to do before the next talk.',
  },
  {
    item: 6,
    nl: '{professional} denkt dat ik belangrijke dingen niet vertel.',
    en: '{professional} thinks that I leave out important things.',
  },
  { item: 7, nl: '{professional} vertrouwt mij.', en: '{professional} trusts me.' },
  {
    item: 8,
    nl: 'Als ik een afspraak niet nakom, spreekt {professional} mij daar duidelijk op aan.',
    en: 'If I break an agreement, {professional} is clear and firm about it.',
  },
  {
    item: 10,
    nl: '{professional} en ik willen met {work} hetzelfde bereiken.',
    en: '{professional} and I want {work} to lead to the same result.',
  },
  {
    item: 11,
    nl: 'Als ik iets vertel, luistert {professional} echt.',
    en: 'When I tell something, {professional} really listens.',
  },
  {
    item: 13,
    nl: 'In de gesprekken ga ik vaak tegen {professional} in.',
    en: 'In our talks I often go against {professional}.',
  },
  {
    item: 14,
    nl: 'Ik vertel dingen mooier dan ze zijn.',
    en: 'I make things sound better than they are.',
  },
  {
    item: 17,
    nl: 'Wat we bespreken, ben ik snel weer vergeten.',
    en: 'I quickly forget what we talk about.',
  },
  {
    item: 18,
    nl: '{professional} is enthousiast over mij en denkt dat het goed komt.',
    en: '{professional} is enthusiastic about me and thinks that things will turn out well.',
  },
  {
    item: 19,
    nl: 'Ook over moeilijke dingen durf ik te beginnen.',
    en: 'I dare to bring up difficult things too.',
  },
  {
    item: 20,
    nl: '{professional} gelooft dat ik eerlijk ben.',
    en: '{professional} believes that I am honest.',
  },
  {
    item: 21,
    nl: 'Ik voel me hier veilig genoeg om open en eerlijk te zijn.',
    en: 'I feel safe enough here to be open and honest.',
  },
  {
    item: 26,
    nl: '{professional} en ik hebben de doelen samen gekozen.',
    en: '{professional} and I chose the goals together.',
  },
  {
    item: 27,
    nl: '{professional} heeft respect voor mij, ook als ik iets doe wat niet goed is.',
    en: '{professional} respects me, even when I do something wrong.',
  },
  {
    item: 30,
    nl: '{professional} legt duidelijk uit wat er van mij wordt verwacht.',
    en: '{professional} explains clearly what is expected of me.',
  },
  {
    item: 32,
    nl: '{professional} en ik zijn het eens over wat er anders moet.',
    en: '{professional} and I agree on what has to change.',
  },
]
