import { type Language, readLanguage } from '../i18n/language'
import type { Written } from './compose'
import { frames } from './frame'
import { escapeHtml, page, paragraph } from './html'
import { type Signed, signatureOf } from './signed'

type CodeWords = {
  readonly subject: string
  readonly code: (code: string) => string
  readonly about: (minutes: number) => string
  readonly wrong: (times: number) => string
  readonly notYou: string
}

/** The message with a code. It says nothing of any client, not even a pseudonym (protocol §6). */
const words = {
  nl: {
    subject: 'Uw code voor het onderzoek',
    code: (code) => `Uw code is ${code}.`,
    about: (minutes) =>
      `Typ deze code op de pagina waar u hem vroeg. Hij werkt ${minutes} minuten. Daarna kent de pagina dit apparaat en vragen wij hier geen code meer.`,
    wrong: (times) =>
      `Let op: er is ${times} keer een verkeerde code getypt sinds u de vorige keer de goede typte. Was u dat niet? Dan heeft iemand anders uw link. Laat het ons weten.`,
    notYou: 'Vroeg u geen code? Dan hoeft u niets te doen. Geef de code aan niemand.',
  },
  en: {
    subject: 'Your code for the study',
    code: (code) => `Your code is ${code}.`,
    about: (minutes) =>
      `Type this code on the page where you asked for it. It works for ${minutes} minutes. After that the page knows this device and asks for no more codes on it.`,
    wrong: (times) =>
      `Please note: a wrong code was typed ${times} ${times === 1 ? 'time' : 'times'} since you last typed the right one. Was that not you? Then somebody else has your link. Let us know.`,
    notYou: 'Did you not ask for a code? Then you need not do anything. Give the code to nobody.',
  },
} satisfies Record<Language, CodeWords>

/**
 * Writes the message with a code of six digits, and how many wrong ones were typed since the last right one. A language
 * that is none of ours is read as Dutch.
 */
export function composeCode(
  reader: string,
  signed: Signed,
  { code, minutes, wrong }: { readonly code: string; readonly minutes: number; readonly wrong: number },
): Written {
  const language = readLanguage(reader) ?? 'nl'
  const frame = frames[language]
  const w = words[language]
  const apart = `${code.slice(0, 3)} ${code.slice(3)}`
  const lines = [frame.greeting, w.code(apart), w.about(minutes), ...(wrong > 0 ? [w.wrong(wrong)] : []), w.notYou]
  const farewell = [frame.farewell, ...signatureOf(signed, language)]
  return {
    subject: w.subject,
    text: `${[...lines, farewell.join('\n')].join('\n\n')}\n`,
    html: page(
      language,
      [...lines.map((line) => paragraph(escapeHtml(line))), paragraph(farewell.map(escapeHtml).join('<br>'))].join(
        '\n',
      ),
    ),
  }
}
