import type { Words } from '../study'

/** How a question about an answer can be answered; the code is kept, with who and when. */
export const QUERY_REASONS = {
  as_answered: { nl: 'Het is zo geantwoord en het blijft zo.', en: 'It was answered so and it stays so.' },
  mistyped: { nl: 'Het is verkeerd ingetikt.', en: 'It was typed in wrong.' },
  misunderstood: { nl: 'De vraag is verkeerd begrepen.', en: 'The question was misunderstood.' },
  asked_again: { nl: 'Het is opnieuw gevraagd.', en: 'It was asked again.' },
  really_fast: { nl: 'Het ging snel, maar alles is gevraagd.', en: 'It went fast, but everything was asked.' },
  cannot_be_found_out: { nl: 'Het is niet meer te achterhalen.', en: 'It can no longer be found out.' },
  other: { nl: 'Een andere reden.', en: 'Another reason.' },
} as const satisfies Record<string, Words>

export type QueryReason = keyof typeof QUERY_REASONS
