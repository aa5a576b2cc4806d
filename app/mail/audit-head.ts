import { type Language, readLanguage } from '../i18n/language'
import { wallMoment } from '../i18n/moments'
import { count } from '../i18n/numbers'
import type { ChainStanding } from '../platform/audit/heads'
import type { Written } from './compose'
import { frames } from './frame'
import { escapeHtml, page, paragraph } from './html'
import { type Signed, signatureOf } from './signed'

/** How the chains of the audit stand at a moment (ISO), null when one of them was cut; and where the page about it is. */
export type HeadNews = { readonly at: string; readonly page: string; readonly chains: readonly ChainStanding[] | null }

type Words = {
  readonly subject: (day: string) => string
  readonly broken: string
  readonly about: string
  readonly chain: Readonly<Record<ChainStanding['chain'], string>>
  readonly none: string
  readonly counts: (sealed: string, links: string, unsealed: string) => string
  readonly check: string
  readonly link: string
  readonly why: string
}

/** Our own words, in plain language (B1). */
const heads = {
  nl: {
    subject: (day) => `Het kenmerk van het logboek, ${day}`,
    broken:
      'Er klopt iets niet: de laatste schakel van het logboek is niet zoals hij is gemaakt. Laat koppel audit verify draaien en bewaar de berichten van de vorige dagen.',
    about:
      'Dit zijn de kenmerken van het logboek van nu. Bewaar dit bericht buiten het systeem. Haalt iemand later iets weg, dan is dat hiermee te zien.',
    chain: { study: 'In het onderzoek, en met accounts', vault: 'Met namen en formulieren' },
    none: 'nog geen',
    counts: (sealed, links, unsealed) => `${sealed} regels in ${links} schakels; nog niet verzegeld: ${unsealed}`,
    check: 'Nagaan: koppel audit verify --head KENMERK',
    link: 'Naar het logboek',
    why: 'U krijgt dit bericht elke dag, omdat u de privacy in dit onderzoek bewaakt. Er staat niets over mensen in.',
  },
  en: {
    subject: (day) => `The head of the audit trail, ${day}`,
    broken:
      'Something is wrong: the last link of the trail is not as it was made. Have koppel audit verify run, and keep the messages of the days before.',
    about:
      'These are the heads of the trail as it stands now. Keep this message outside the system. If somebody takes anything away later, it can be seen by these.',
    chain: { study: 'In the study, and with accounts', vault: 'With names and forms' },
    none: 'none yet',
    counts: (sealed, links, unsealed) => `${sealed} entries in ${links} links; not sealed yet: ${unsealed}`,
    check: 'To check: koppel audit verify --head HEAD',
    link: 'Go to the trail',
    why: 'You get this message every day, because you guard privacy in this study. There is nothing about people in it.',
  },
} satisfies Record<Language, Words>

/** Writes the day's message with the heads of the audit. */
export function composeHead(reader: string, signed: Signed, news: HeadNews): Written {
  const language = readLanguage(reader) ?? 'nl'
  const w = heads[language]
  const frame = frames[language]
  const signature = signatureOf(signed, language)
  const chains = (news.chains ?? []).map(({ chain, head, entries, links, unsealed }) => [
    w.chain[chain],
    head || w.none,
    w.counts(count(language, entries), count(language, links), count(language, unsealed)),
  ])
  const said = news.chains ? [[w.about], ...chains, [w.check]] : [[w.broken]]
  const paragraphs = [[frame.greeting], ...said]
  const text = [
    ...paragraphs.map((lines) => lines.join('\n')),
    `${w.link}: ${news.page}`,
    w.why,
    [frame.farewell, ...signature].join('\n'),
  ]
  const html = [
    ...paragraphs.map((lines) => paragraph(lines.map(escapeHtml).join('<br>'))),
    paragraph(`<a href="${escapeHtml(news.page)}">${escapeHtml(w.link)}</a>`),
    paragraph(escapeHtml(w.why)),
    paragraph([frame.farewell, ...signature].map(escapeHtml).join('<br>')),
  ]
  return {
    subject: w.subject(wallMoment(language, news.at)),
    text: `${text.join('\n\n')}\n`,
    html: page(language, html.join('\n')),
  }
}
