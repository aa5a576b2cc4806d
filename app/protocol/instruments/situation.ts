import type { Item } from '../study'
import { choice } from './choices'

/** What the client does and how the client lives: asked with the same codes at both waves, so that a change shows (protocol §7.2). */
export const situation: readonly Item[] = [
  choice('work', { nl: 'Wat voor werk heeft u nu?', en: 'What kind of work do you have now?' }, [
    { code: 1, name: 'paid', label: { nl: 'Betaald werk', en: 'Paid work' } },
    { code: 2, name: 'school', label: { nl: 'School of opleiding', en: 'School or training' } },
    { code: 3, name: 'unpaid', label: { nl: 'Onbetaald werk of dagbesteding', en: 'Unpaid work or day activities' } },
    { code: 4, name: 'none', label: { nl: 'Geen werk', en: 'No work' } },
    { code: 5, name: 'other', label: { nl: 'Iets anders', en: 'Something else' } },
  ]),
  choice('living', { nl: 'Hoe woont u nu?', en: 'How do you live now?' }, [
    { code: 1, name: 'alone', label: { nl: 'Alleen', en: 'Alone' } },
    { code: 2, name: 'own_family', label: { nl: 'Met partner of kinderen', en: 'With partner or children' } },
    { code: 3, name: 'parents', label: { nl: 'Bij ouders of familie', en: 'With parents or relatives' } },
    { code: 4, name: 'with_others', label: { nl: 'Met anderen in een huis', en: 'With others in one house' } },
    { code: 5, name: 'supported', label: { nl: 'Opvang of begeleid wonen', en: 'Shelter or supported housing' } },
    { code: 6, name: 'no_home', label: { nl: 'Geen vaste woonplek', en: 'No fixed place to live' } },
    { code: 7, name: 'other', label: { nl: 'Iets anders', en: 'Something else' } },
  ]),
]
